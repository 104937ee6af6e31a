Instance: nimali-next
InstanceOf: AncAppointment
Usage: #example
Title: "Nimali's next appointment"
Description: "At the field clinic."
* status = #booked
* start = "2026-12-07T09:00:00+05:30"
* end = "2026-12-07T09:30:00+05:30"
* participant[0].actor = Reference(nimali)
* participant[0].status = #accepted
* participant[1].actor = Reference(field-clinic-room)
* participant[1].status = #accepted
