Profile: AncAllergy
Parent: AllergyIntolerance
Id: anc-allergy
Title: "Allergy of a mother"
Description: "What she is allergic to. That no allergy is known (WHO ANC.B6.DE58) is an Observation, as everything that was denied is."
* clinicalStatus MS
* verificationStatus MS
* code 1..1 MS
* code obeys anc-something-known
* patient MS
* patient only Reference(AncMother)
* encounter MS
* encounter only Reference(AncContact)
* recordedDate MS
* recorder MS
