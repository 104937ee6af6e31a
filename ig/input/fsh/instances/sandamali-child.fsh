Instance: sandamali-child
InstanceOf: AncObservation
Usage: #example
Title: "What became of Sandamali's child"
Description: "It was born alive."
* insert AtLastContact
* extension[child].valuePositiveInt = 1
* code = $dictionary#baby-outcome
* valueCodeableConcept = $dictionary#baby-outcome-live-birth "Live birth"
