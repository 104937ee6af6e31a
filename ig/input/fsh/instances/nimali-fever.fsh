Instance: nimali-fever
InstanceOf: AncDetectedIssue
Usage: #example
Title: "Nimali's danger sign"
Description: "A danger sign at her first contact, for which she was sent to hospital at once."
* extension[version].valueString = "1"
* status = #final
* code = AncRule#R-DANGER
* code.text = "Danger sign"
* severity = #high
* patient = Reference(nimali)
* identifiedDateTime = "2026-11-02T09:10:00+05:30"
* author = Reference(midwife-kumari)
* implicated = Reference(nimali-contact-1)
* mitigation.action = AncMitigation#referred
* mitigation.date = "2026-11-02T09:15:00+05:30"
* mitigation.author = Reference(midwife-kumari)
* mitigation.extension[answeredAt].valueReference = Reference(nimali-contact-1)
