Instance: nimali-syphilis
InstanceOf: AncObservation
Usage: #example
Title: "Nimali's syphilis test"
Description: "She was told the result in person, and may read it since."
* extension[told].extension[by].valueReference = Reference(midwife-kumari)
* extension[told].extension[at].valueDateTime = "2026-11-09T09:40:00+05:30"
* status = #final
* code = $who#ANC.B9.DE107
* subject = Reference(nimali)
* encounter = Reference(nimali-contact-1)
* effectiveDateTime = "2026-11-02T09:30:00+05:30"
* performer = Reference(midwife-kumari)
* valueCodeableConcept = $who#ANC.B9.DE109
