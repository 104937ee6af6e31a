RuleSet: PartType(type)
* parameter[=].part[=].type = #{type}
