Instance: sandamali-pregnancy
InstanceOf: AncPregnancy
Usage: #example
Title: "Sandamali's pregnancy, ended"
Description: "Finished with the birth of her child; the day it ended is the end of the period."
* extension[contactCount].valueInteger = 7
* extension[lastContact].valueReference = Reference(sandamali-last-contact)
* extension[outcome].valueCode = #birth
* status = #finished
* type = $who#ANC.B4.DE1
* patient = Reference(sandamali)
* managingOrganization = Reference(phm-area-gampaha-1)
* period.start = "2026-03-09"
* period.end = "2026-11-01"
* careManager = Reference(midwife-kumari)
