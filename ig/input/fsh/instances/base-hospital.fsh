Instance: base-hospital
InstanceOf: AncUnit
Usage: #example
Title: "A hospital"
Description: "With a specialist's antenatal clinic."
* active = true
* type = AncAreaKind#hospital "Hospital"
* name = "Gampaha base hospital"
* extension[clinicDays].extension[day][0].valueCode = #mon
* extension[clinicDays].extension[day][1].valueCode = #thu
* extension[clinicDays].extension[opens].valueTime = "08:30:00"
* extension[clinicDays].extension[places].valuePositiveInt = 30
