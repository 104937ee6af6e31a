Instance: sandamali-last-contact
InstanceOf: AncContact
Usage: #example
Title: "Sandamali's last contact"
Description: "After the birth: how the pregnancy ended was written down. It has the number of her last contact."
* extension[contactNumber].valueInteger = 7
* status = #finished
* class = $actcode#AMB "ambulatory"
* type = AncContactType#outcome
* subject = Reference(sandamali)
* episodeOfCare = Reference(sandamali-pregnancy)
* participant.individual = Reference(midwife-kumari)
* period.start = "2026-11-05T10:00:00+05:30"
* serviceProvider = Reference(field-clinic)
* extension[note].valueString = "Mother and child are well. Breast-feeding since the first hour."
