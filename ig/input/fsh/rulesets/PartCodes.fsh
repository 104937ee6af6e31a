RuleSet: PartCodes(valueset)
* parameter[=].part[=].type = #code
* parameter[=].part[=].binding.strength = #required
* parameter[=].part[=].binding.valueSet = "https://ancregistry.org/fhir/ValueSet/{valueset}"
