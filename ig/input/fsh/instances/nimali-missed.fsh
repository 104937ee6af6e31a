Instance: nimali-missed
InstanceOf: AncAppointment
Usage: #example
Title: "An appointment that Nimali missed"
Description: "Why she did not come is for those who look after her."
* status = #noshow
* cancelationReason = AncMissedReason#transport
* cancelationReason.text = "The bus did not run after the flood."
* start = "2026-11-23T09:00:00+05:30"
* end = "2026-11-23T09:30:00+05:30"
* participant[0].actor = Reference(nimali)
* participant[0].status = #accepted
* extension[missed].extension[by].valueReference = Reference(midwife-kumari)
* extension[missed].extension[at].valueDateTime = "2026-11-25T10:20:00+05:30"
