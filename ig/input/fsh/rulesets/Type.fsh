RuleSet: Type(type)
* parameter[=].type = #{type}
