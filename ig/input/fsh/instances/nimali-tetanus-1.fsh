Instance: nimali-tetanus-1
InstanceOf: AncImmunization
Usage: #example
Title: "Nimali's first tetanus dose"
Description: "Given at the contact."
* status = #completed
* vaccineCode = $who#ANC.B10.DE165 "Tetanus (aTd) dose 1 date"
* patient = Reference(nimali)
* encounter = Reference(nimali-contact-1)
* occurrenceDateTime = "2026-11-02"
* protocolApplied.doseNumberPositiveInt = 1
