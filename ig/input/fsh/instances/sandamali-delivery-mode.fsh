Instance: sandamali-delivery-mode
InstanceOf: AncObservation
Usage: #example
Title: "How Sandamali's child was born"
Description: "By caesarean section."
* insert AtLastContact
* code = $who#ANC.End.18
* valueCodeableConcept = $who#ANC.End.22 "Caesarean section"
