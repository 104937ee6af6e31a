Profile: AncPractitioner
Parent: Practitioner
Id: anc-practitioner
Title: "Health worker"
Description: "A midwife, doctor, nurse, supervisor or administrator. How she signs in is known to the registry only and stands in no resource."
* obeys anc-no-national-id and anc-no-subject
* active MS
* name 1..* MS
* name.text 1..1 MS
