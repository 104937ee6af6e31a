Profile: AncAllergy
Parent: AllergyIntolerance
Id: anc-allergy
Title: "Allergy of a mother"
Description: "What she is allergic to, or that no allergy is known (WHO ANC.B6.DE58)."
* clinicalStatus MS
* verificationStatus MS
* code 1..1 MS
* patient MS
* patient only Reference(AncMother)
* encounter MS
* encounter only Reference(AncContact)
* recordedDate MS
* recorder MS
