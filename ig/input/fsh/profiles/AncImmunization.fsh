Profile: AncImmunization
Parent: Immunization
Id: anc-immunization
Title: "Vaccination of a mother"
Description: "A vaccine that was given, with its day and dose number, or the reason why it was not given."
* status MS
* statusReason MS
* vaccineCode MS
* vaccineCode obeys anc-something-known
* vaccineCode.coding 1..* MS
* patient MS
* patient only Reference(AncMother)
* encounter MS
* encounter only Reference(AncContact)
* occurrence[x] only dateTime
* occurrence[x] MS
* protocolApplied MS
* protocolApplied.doseNumber[x] only positiveInt
