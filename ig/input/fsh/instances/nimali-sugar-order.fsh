Instance: nimali-sugar-order
InstanceOf: AncTestOrder
Usage: #example
Title: "Nimali is to have a glucose tolerance test"
Description: "Ordered at the hospital, and its result looked at."
* extension[seen].extension[by].valueReference = Reference(doctor-nizam)
* extension[seen].extension[at].valueDateTime = "2026-11-16T11:05:00+05:30"
* status = #completed
* intent = #order
* priority = #routine
* code = AncTest#glucose-tolerance
* subject = Reference(nimali)
* authoredOn = "2026-11-09T10:20:00+05:30"
* requester = Reference(doctor-nizam)
* note.text = "Fasting since the evening, please."
