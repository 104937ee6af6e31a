RuleSet: Offers(name, id)
* rest.resource[=].operation[+].name = "{name}"
* rest.resource[=].operation[=].definition = "https://ancregistry.org/fhir/OperationDefinition/{id}"
