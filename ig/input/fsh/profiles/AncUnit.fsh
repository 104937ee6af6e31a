Profile: AncUnit
Parent: Organization
Id: anc-unit
Title: "Area or facility"
Description: "A midwife's area, a medical officer's area, a clinic or a hospital. A place that issues PHNs has a point of issue."
* extension contains AncClinicDays named clinicDays 0..1 MS
* identifier MS
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains pointOfIssue 0..1 MS
* identifier[pointOfIssue].system 1..1
* identifier[pointOfIssue].system = $point-of-issue
* identifier[pointOfIssue].value 1..1
* identifier[pointOfIssue].value ^short = "Four characters with which a PHN of this place begins"
* active MS
* type 1..1 MS
* type from AncAreaKindCodes (required)
* name 1..1 MS
* telecom MS
* telecom ^short = "The number at which its midwife or its office is called"
* partOf MS
* partOf only Reference(AncUnit)
