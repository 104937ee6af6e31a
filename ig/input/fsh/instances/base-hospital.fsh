Instance: base-hospital
InstanceOf: AncUnit
Usage: #example
Title: "A hospital"
Description: "With a specialist's antenatal clinic."
* active = true
* type = AncAreaKind#hospital "Hospital"
* name = "Gampaha base hospital"
