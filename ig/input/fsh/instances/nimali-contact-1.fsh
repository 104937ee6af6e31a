Instance: nimali-contact-1
InstanceOf: AncContact
Usage: #example
Title: "Nimali's first contact"
Description: "The contact at which she was registered."
* extension[contactNumber].valueInteger = 1
* status = #finished
* class = $actcode#AMB "ambulatory"
* type = AncContactType#field-clinic "Field clinic"
* subject = Reference(nimali)
* episodeOfCare = Reference(nimali-pregnancy)
* participant.individual = Reference(midwife-kumari)
* period.start = "2026-11-02T09:10:00+05:30"
* period.end = "2026-11-02T09:40:00+05:30"
* serviceProvider = Reference(field-clinic)
