Instance: phm-area-gampaha-1
InstanceOf: AncUnit
Usage: #example
Title: "A public health midwife's area"
Description: "The area whose mothers one midwife looks after."
* active = true
* type = AncAreaKind#phm-area "Public health midwife's area"
* name = "Gampaha PHM area 1"
* partOf = Reference(moh-area-gampaha)
