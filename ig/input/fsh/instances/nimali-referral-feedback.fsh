Instance: nimali-referral-feedback
InstanceOf: AncTaskProfile
Usage: #example
Title: "Feedback on Nimali's referral"
Description: "For the hospital."
* status = #requested
* intent = #order
* code = http://hl7.org/fhir/CodeSystem/task-code#fulfill "Fulfill the focal request"
* focus = Reference(nimali-referral)
* for = Reference(nimali)
* authoredOn = "2026-11-02T09:35:00+05:30"
* requester = Reference(midwife-kumari)
* owner = Reference(base-hospital)
