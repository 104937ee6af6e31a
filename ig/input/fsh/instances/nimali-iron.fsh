Instance: nimali-iron
InstanceOf: AncMedicationStatement
Usage: #example
Title: "Nimali takes iron"
Description: "Given at the first contact."
* status = #active
* medicationCodeableConcept = $who#ANC.B10.DE91 "Elemental iron prescribed"
* medicationCodeableConcept.text = "Ferrous sulfate"
* subject = Reference(nimali)
* context = Reference(nimali-contact-1)
* effectiveDateTime = "2026-11-02T09:10:00+05:30"
* dateAsserted = "2026-11-02T09:10:00+05:30"
* informationSource = Reference(midwife-kumari)
* dosage.text = "60 mg once a day"
