Instance: nimali-penicillin
InstanceOf: AncAllergy
Usage: #example
Title: "Nimali is allergic to penicillin"
Description: "As she said."
* clinicalStatus = http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical#active
* verificationStatus = http://terminology.hl7.org/CodeSystem/allergyintolerance-verification#unconfirmed
* code = $who#ANC.B6.DE69 "Penicillin"
* patient = Reference(nimali)
* encounter = Reference(nimali-contact-1)
* recordedDate = "2026-11-02T09:10:00+05:30"
* recorder = Reference(midwife-kumari)
