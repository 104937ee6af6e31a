Instance: sandamali-delivery-place
InstanceOf: AncObservation
Usage: #example
Title: "Where Sandamali's child was born"
Description: "In hospital."
* insert AtLastContact
* code = $who#ANC.End.13
* valueCodeableConcept = $who#ANC.End.14 "Health-care facility"
