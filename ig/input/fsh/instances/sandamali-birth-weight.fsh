Instance: sandamali-birth-weight
InstanceOf: AncObservation
Usage: #example
Title: "Weight of Sandamali's child"
Description: "2.9 kg."
* insert AtLastContact
* extension[child].valuePositiveInt = 1
* code = $who#ANC.End.23
* valueQuantity = 2.9 'kg' "kg"
