Instance: nimali-check-in
InstanceOf: AncContact
Usage: #example
Title: "Nimali is checked in at the hospital"
Description: "It opens her record to the clinic's team until the day after."
* status = #arrived
* class = $actcode#AMB "ambulatory"
* type = AncContactType#clinic-check-in "Check-in at a clinic"
* subject = Reference(nimali)
* period.start = "2026-11-09T08:05:00+05:30"
* serviceProvider = Reference(base-hospital)
