ValueSet: AncReferralPriority
Id: anc-referral-priority
Title: "Urgency of a referral"
Description: "Routine or urgent; stat for what cannot wait at all."
* ^experimental = false
* http://hl7.org/fhir/request-priority#routine "Routine"
* http://hl7.org/fhir/request-priority#urgent "Urgent"
* http://hl7.org/fhir/request-priority#stat "STAT"
