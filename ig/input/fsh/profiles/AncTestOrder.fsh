Profile: AncTestOrder
Parent: ServiceRequest
Id: anc-test-order
Title: "Order of a test"
Description: "A test that a mother is to have. It is active until somebody has looked at the result, then completed; revoked when it is called off or the pregnancy ends. Whoever writes the result names the order in Observation.basedOn. It names no performer, and so opens her record to nobody."
* extension contains AncResultSeen named seen 0..1 MS
* status MS
* intent MS
* intent = #order
* priority 1..1 MS
* priority from AncReferralPriority (required)
* code 1..1 MS
* code from AncTestCodes (required)
* subject MS
* subject only Reference(AncMother)
* authoredOn 1..1 MS
* requester 1..1 MS
* requester only Reference(Practitioner or PractitionerRole)
* performer 0..0
* note MS
