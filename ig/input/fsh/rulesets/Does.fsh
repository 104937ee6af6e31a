RuleSet: Does(interaction)
* rest.resource[=].interaction[+].code = #{interaction}
