Instance: nimali-provenance
InstanceOf: AncProvenance
Usage: #example
Title: "Who registered Nimali"
Description: "Kumari, for the field clinic, on eSignet's evidence."
* target[0] = Reference(nimali)
* target[1] = Reference(nimali-pregnancy)
* target[2] = Reference(nimali-consent)
* recorded = "2026-11-02T09:40:00+05:30"
* agent.who = Reference(midwife-kumari)
* agent.onBehalfOf = Reference(field-clinic)
* entity.role = #source
* entity.what.identifier.system = "https://ancregistry.org/fhir/id/evidence"
* entity.what.identifier.value = "sha256:3f1c0d5a5e0b4c1e"
