RuleSet: Population(kind, name, description)
* group[0].population[+].code = http://terminology.hl7.org/CodeSystem/measure-population#{kind}
* group[0].population[=].description = "{description}"
* group[0].population[=].criteria.language.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
* group[0].population[=].criteria.language.extension.valueCode = #not-applicable
* group[0].population[=].criteria.name = "{name}"
* group[0].population[=].criteria.expression = "{description}"
