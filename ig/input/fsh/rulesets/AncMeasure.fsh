RuleSet: AncMeasure(id, name, system, indicator, improvement)
* url = "https://ancregistry.org/fhir/Measure/{id}"
* version = "0.1.0"
* name = "{name}"
* identifier.system = "{system}"
* identifier.value = "{indicator}"
* status = #draft
* experimental = false
* date = "2026-11-28"
* publisher = "ANC Registry"
* jurisdiction = urn:iso:std:iso:3166#LK
* subjectCodeableConcept = http://hl7.org/fhir/resource-types#EpisodeOfCare
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#proportion
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#{improvement}
