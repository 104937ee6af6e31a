RuleSet: Keeps(profile)
* rest.resource[=].supportedProfile[+] = "https://ancregistry.org/fhir/StructureDefinition/{profile}"
