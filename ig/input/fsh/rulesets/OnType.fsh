RuleSet: OnType(type)
* rest.resource[+].type = #{type}
