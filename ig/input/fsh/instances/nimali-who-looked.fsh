Instance: nimali-who-looked
InstanceOf: AncTaskProfile
Usage: #example
Title: "Nimali does not know who looked"
Description: "For the privacy officer, who has answered."
* status = #completed
* intent = #order
* code = AncTask#who-looked "Say who looked at her record"
* focus.type = "AuditEvent"
* focus.identifier.system = "urn:ietf:rfc:3986"
* focus.identifier.value = "urn:uuid:5f0c8f5e-3a53-4c2e-9d0b-0a6f5a2f7c11"
* for = Reference(nimali)
* authoredOn = "2026-11-28T09:00:00+05:30"
* requester = Reference(nimali)
* note[0].text = "I have never been to that hospital."
* note[0].time = "2026-11-28T09:00:00+05:30"
* note[0].authorReference = Reference(nimali)
* note[1].text = "She looked for another woman with a name like yours. We have spoken with her."
* note[1].time = "2026-11-30T11:00:00+05:30"
* output.type = AncTaskDetail#decision "Decision"
* output.valueCode = #answered
