Instance: sandamali-child-sex
InstanceOf: AncObservation
Usage: #example
Title: "Sex of Sandamali's child"
Description: "A girl."
* insert AtLastContact
* extension[child].valuePositiveInt = 1
* code = $dictionary#baby-sex
* valueCodeableConcept = $dictionary#baby-sex-female "Female"
