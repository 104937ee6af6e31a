Instance: midwife-kumari-role
InstanceOf: AncPractitionerRole
Usage: #example
Title: "Kumari's role"
Description: "Midwife at the field clinic, for one area."
* extension[area].valueReference = Reference(phm-area-gampaha-1)
* active = true
* practitioner = Reference(midwife-kumari)
* organization = Reference(field-clinic)
* code = AncRole#midwife "Public health midwife"
