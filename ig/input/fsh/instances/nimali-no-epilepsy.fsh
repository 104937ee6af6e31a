Instance: nimali-no-epilepsy
InstanceOf: AncObservation
Usage: #example
Title: "Nimali denies epilepsy"
Description: "She was asked and said no."
* insert AtFirstContact
* code = $who#ANC.B6.DE94 "Epilepsy"
* valueBoolean = false
