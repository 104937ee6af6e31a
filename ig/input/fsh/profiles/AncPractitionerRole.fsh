Profile: AncPractitionerRole
Parent: PractitionerRole
Id: anc-practitioner-role
Title: "Role of a health worker"
Description: "What a health worker is in the registry, at which facility, and for which areas."
* extension contains AncArea named area 0..* MS
* active MS
* practitioner 1..1 MS
* practitioner only Reference(AncPractitioner)
* organization MS
* organization only Reference(AncUnit)
* code 1..1 MS
* code from AncRoleCodes (required)
