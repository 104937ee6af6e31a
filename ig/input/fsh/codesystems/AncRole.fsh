CodeSystem: AncRole
Id: anc-role
Title: "Role in the registry"
Description: "What a person or a system is to the registry. A role decides what may be asked at all; the care relationship decides about whom."
* insert OwnCodes
* #midwife "Public health midwife"
* #supervisor "Supervisor (medical officer of health)"
* #doctor "Doctor"
* #clinic-nurse "Clinic nurse"
* #mother "Mother"
* #administrator "Administrator"
* #privacy-officer "Privacy officer"
* #system "System"
