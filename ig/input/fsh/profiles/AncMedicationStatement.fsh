Profile: AncMedicationStatement
Parent: MedicationStatement
Id: anc-medication-statement
Title: "Medicine of a mother"
Description: "A medicine that she takes or was given at a contact, with the dose as it was said."
* status MS
* medication[x] only CodeableConcept
* medication[x] MS
* medicationCodeableConcept obeys anc-something-known
* subject MS
* subject only Reference(AncMother)
* context MS
* context only Reference(AncContact)
* effective[x] MS
* dateAsserted MS
* informationSource MS
* dosage MS
* dosage.text MS
* note MS
