Instance: doctor-nizam-role
InstanceOf: AncPractitionerRole
Usage: #example
Title: "Nizam's role"
Description: "Doctor at the base hospital. A doctor has no area: he reaches who was referred or checked in."
* active = true
* practitioner = Reference(doctor-nizam)
* organization = Reference(base-hospital)
* code = AncRole#doctor
