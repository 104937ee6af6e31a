Instance: nimali-no-danger-sign
InstanceOf: AncObservation
Usage: #example
Title: "Nimali has no danger sign"
Description: "Asked at each contact; none is an answer."
* insert AtFirstContact
* code = $who#ANC.B5.DE48 "Danger signs"
* valueCodeableConcept = $who#ANC.B5.DE49 "Danger sign: none"
