Instance: nimali-edd
InstanceOf: AncObservation
Usage: #example
Title: "Nimali's due date"
Description: "Worked out from the last menstrual period."
* insert AtFirstContact
* code.coding[0] = $who#ANC.B6.DE22 "Expected date of delivery in use"
* code.coding[1] = $loinc#11778-8
* valueDateTime = "2027-06-14"
