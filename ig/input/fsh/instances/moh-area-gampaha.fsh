Instance: moh-area-gampaha
InstanceOf: AncUnit
Usage: #example
Title: "An area of a medical officer of health"
Description: "Midwives' areas are parts of it."
* active = true
* type = AncAreaKind#moh-area "Area of a medical officer of health"
* name = "Gampaha MOH area"
