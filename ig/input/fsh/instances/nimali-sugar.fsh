Instance: nimali-sugar
InstanceOf: AncObservation
Usage: #example
Title: "Nimali's glucose two hours after 75 g"
Description: "The result of the test that was ordered."
* basedOn = Reference(nimali-sugar-order)
* status = #final
* code = $who#ANC.B9.DE166
* subject = Reference(nimali)
* encounter = Reference(nimali-contact-1)
* effectiveDateTime = "2026-11-15T09:00:00+05:30"
* performer = Reference(midwife-kumari)
* valueQuantity = 118 'mg/dL' "mg/dL"
