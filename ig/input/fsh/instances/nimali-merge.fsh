Instance: nimali-merge
InstanceOf: AncProvenance
Usage: #example
Title: "A second record of Nimali is merged into hers"
Description: "What a merge changed, each in the version that it made: taking the merge back goes by this."
* target[0] = Reference(nimali)
* target[1] = Reference(nimali-contact-1)
* entity.role = #removal
* entity.what = Reference(sandamali)
* recorded = "2026-11-20T15:05:00+05:30"
* agent.who = Reference(midwife-kumari)
* agent.onBehalfOf = Reference(moh-area-gampaha)
* activity.coding[0] = http://terminology.hl7.org/CodeSystem/v3-DataOperation#UPDATE
* activity.coding[1] = http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle#merge
* reason.text = "She was registered twice: once at the clinic, once on a home visit."
