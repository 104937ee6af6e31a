Instance: nimali-another-day
InstanceOf: AncTaskProfile
Usage: #example
Title: "Nimali asks for another day"
Description: "For her midwives."
* status = #requested
* intent = #order
* code = AncTask#another-day "Give her another day"
* focus = Reference(nimali-next)
* for = Reference(nimali)
* authoredOn = "2026-11-30T18:20:00+05:30"
* requester = Reference(nimali)
* owner = Reference(phm-area-gampaha-1)
* note.text = "My son has an examination on that day."
* note.time = "2026-11-30T18:20:00+05:30"
* note.authorReference = Reference(nimali)
