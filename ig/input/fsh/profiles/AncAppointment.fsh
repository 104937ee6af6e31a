Profile: AncAppointment
Parent: Appointment
Id: anc-appointment
Title: "Appointment of a mother"
Description: "When and where she is expected next. FHIR asks for an end as well as a start of every booked appointment. One to which she did not come is a noshow, with the reason in cancelationReason."
* obeys anc-appointment-of-mother
* status MS
* start 1..1 MS
* end MS
* cancelationReason MS
* extension contains AncMissedContact named missed 0..* MS
* participant MS
* participant.actor 1..1 MS
