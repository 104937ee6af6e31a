RuleSet: To(profile)
* parameter[=].type = #Reference
* parameter[=].targetProfile = "https://ancregistry.org/fhir/StructureDefinition/{profile}"
