Instance: sandamali
InstanceOf: AncMother
Usage: #example
Title: "Sandamali, not verified, PHN undecided"
Description: "She came without an identity card. The midwife was not sure whether a record is hers, so she has no PHN yet and a supervisor has a task."
* extension[identityVerified].valueBoolean = false
* name.text = "S. M. Sandamali Fernando"
* insert Assured(name, declared)
* gender = #female
* insert Assured(gender, declared)
* birthDate = "2001-01"
* insert Assured(birthDate, declared)
* communication.language = urn:ietf:bcp:47#si
* communication.preferred = true
* managingOrganization = Reference(phm-area-gampaha-1)
