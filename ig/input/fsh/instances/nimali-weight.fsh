Instance: nimali-weight
InstanceOf: AncObservation
Usage: #example
Title: "Nimali's weight"
Description: "WHO's code first, LOINC's as a translation."
* insert AtFirstContact
* category = $observation-category#vital-signs
* code.coding[0] = $who#ANC.B8.DE3 "Current weight"
* code.coding[1] = $loinc#29463-7 "Body weight"
* valueQuantity = 54.5 'kg' "kg"
* extension[+].url = Canonical(AncConfirmedBy)
* extension[=].valueReference = Reference(midwife-kumari)
