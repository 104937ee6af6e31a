Instance: nimali-pregnancy
InstanceOf: AncPregnancy
Usage: #example
Title: "Nimali's pregnancy"
Description: "Registered at eight weeks; one contact so far."
* extension[contactCount].valueInteger = 1
* extension[lastContact].valueReference = Reference(nimali-contact-1)
* status = #active
* type = $who#ANC.B4.DE1 "Pregnancy confirmed"
* patient = Reference(nimali)
* managingOrganization = Reference(phm-area-gampaha-1)
* period.start = "2026-11-02"
* careManager = Reference(midwife-kumari)
