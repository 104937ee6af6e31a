Instance: nimali-gravida
InstanceOf: AncObservation
Usage: #example
Title: "Nimali's second pregnancy"
Description: "A count."
* insert AtFirstContact
* code.coding[0] = $who#ANC.B6.DE24 "Number of pregnancies including this one (G)"
* code.coding[1] = $loinc#11996-6
* valueInteger = 2
