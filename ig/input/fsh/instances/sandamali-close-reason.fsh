Instance: sandamali-close-reason
InstanceOf: AncObservation
Usage: #example
Title: "Why Sandamali's record was closed"
Description: "Live birth."
* insert AtLastContact
* code = $who#ANC.End.1
* valueCodeableConcept = $who#ANC.End.2 "Live birth"
