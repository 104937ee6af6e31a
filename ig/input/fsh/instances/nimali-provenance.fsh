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
* entity.what.identifier.system = "https://ancregistry.org/fhir/id/identity-evidence"
* entity.what.identifier.value = "3f1c0d5a5e0b4c1e9d2b7a60"
* extension[phnDecision].extension[decision].valueCode = #use-existing
* extension[phnDecision].extension[phn].valueString = "9901C2Q7KXM"
* extension[phnDecision].extension[given].extension[name].valueString = "Nimali Sanduni Perera"
* extension[phnDecision].extension[given].extension[birth-date].valueString = "1996-04-17"
* extension[phnDecision].extension[given].extension[gender].valueString = "female"
* extension[phnDecision].extension[given].extension[phone].valueString = "+94710000001"
* extension[phnDecision].extension[given].extension[address].valueString = "12/3 Temple Road, Gampaha"
* extension[phnDecision].extension[recorded].extension[gender].valueString = "female"
* extension[phnDecision].extension[recorded].extension[phone].valueString = "+94710000001"
* extension[phnDecision].extension[recorded].extension[address].valueString = "12 Temple Rd, Gampaha"
* extension[phnDecision].extension[recorded].extension[name].valueString = "N. S. Perera"
* extension[phnDecision].extension[recorded].extension[birth-date].valueString = "1996-04-17"
* activity = http://terminology.hl7.org/CodeSystem/v3-DataOperation#CREATE
