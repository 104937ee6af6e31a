Instance: field-clinic
InstanceOf: AncUnit
Usage: #example
Title: "A field clinic that issues PHNs"
Description: "Its point of issue, a fictitious one, is the beginning of the PHNs that it issues."
* identifier[pointOfIssue].system = $point-of-issue
* identifier[pointOfIssue].value = "9902"
* active = true
* type = AncAreaKind#clinic "Clinic"
* name = "Temple Road field clinic"
* partOf = Reference(moh-area-gampaha)
