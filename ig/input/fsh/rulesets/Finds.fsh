RuleSet: Finds(name, definition, type)
* rest.resource[=].searchParam[+].name = "{name}"
* rest.resource[=].searchParam[=].definition = "http://hl7.org/fhir/SearchParameter/{definition}"
* rest.resource[=].searchParam[=].type = #{type}
