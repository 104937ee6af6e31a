Instance: decide-sandamali
InstanceOf: AncTaskProfile
Usage: #example
Title: "Decide about Sandamali's PHN"
Description: "For the supervisor."
* status = #requested
* intent = #order
* code = AncTask#decide-match "Decide whether two records are one person"
* focus = Reference(nimali)
* for = Reference(sandamali)
* authoredOn = "2026-11-02T10:30:00+05:30"
* requester = Reference(midwife-kumari)
