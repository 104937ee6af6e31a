RuleSet: Codes(valueset)
* parameter[=].type = #code
* parameter[=].binding.strength = #required
* parameter[=].binding.valueSet = "https://ancregistry.org/fhir/ValueSet/{valueset}"
