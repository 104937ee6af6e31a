RuleSet: PartTo(profile)
* parameter[=].part[=].type = #Reference
* parameter[=].part[=].targetProfile = "https://ancregistry.org/fhir/StructureDefinition/{profile}"
