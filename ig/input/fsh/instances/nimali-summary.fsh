Instance: nimali-summary
InstanceOf: AncSummaryBundle
Usage: #example
Title: "Nimali's record in one Bundle"
Description: "The beginning of what $anc-summary answers about her: the mother first, then pregnancy, contact and findings."
* type = #collection
* timestamp = "2026-11-09T08:12:31+05:30"
* entry[0].fullUrl = "https://registry.example.org/fhir/Patient/nimali"
* entry[0].resource = nimali
* entry[1].fullUrl = "https://registry.example.org/fhir/EpisodeOfCare/nimali-pregnancy"
* entry[1].resource = nimali-pregnancy
* entry[2].fullUrl = "https://registry.example.org/fhir/Encounter/nimali-contact-1"
* entry[2].resource = nimali-contact-1
* entry[3].fullUrl = "https://registry.example.org/fhir/Observation/nimali-blood-pressure"
* entry[3].resource = nimali-blood-pressure
* entry[4].fullUrl = "https://registry.example.org/fhir/Condition/nimali-previous-gdm"
* entry[4].resource = nimali-previous-gdm
