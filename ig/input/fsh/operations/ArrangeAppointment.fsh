Instance: anc-arrange-appointment
InstanceOf: OperationDefinition
Usage: #definition
Title: "Give, move or call off an appointment, or say that it was missed"
Description: "Gives a woman a day on which a clinic is held, moves the appointment that she has to another day, or calls it off with a reason that she reads, in one transaction. A moved appointment is called off and another is booked; where she asked for another day, she is answered with it. An appointment or a planned contact to which she did not come is marked as missed, with the reason, and she can be given another day with it. Refused for an appointment that does not stand any more, whose day has passed or that was changed meanwhile, for a day on which the clinic is not held, and, unless the caller says that this was seen, for a full clinic and for a day on which she has another appointment. For midwives, supervisors and doctors in whose care she is; not in an emergency alone."
* insert PatientOperation(anc-arrange-appointment, ArrangeAppointment, arrange-appointment, true)
* type = false
* instance = true
* title = "Give, move or call off an appointment, or say that it was missed"
* description = "Gives a woman a day on which a clinic is held, moves the appointment that she has to another day, or calls it off with a reason that she reads, in one transaction. A moved appointment is called off and another is booked; where she asked for another day, she is answered with it. An appointment or a planned contact to which she did not come is marked as missed, with the reason, and she can be given another day with it. Refused for an appointment that does not stand any more, whose day has passed or that was changed meanwhile, for a day on which the clinic is not held, and, unless the caller says that this was seen, for a full clinic and for a day on which she has another appointment. For midwives, supervisors and doctors in whose care she is; not in an emergency alone."
* insert RequestId
* insert In(appointment, 0, 1, [[The appointment that is moved, or called off when no start is given. Without it she is given a day.]])
* insert To(anc-appointment)
* insert In(based-on, 0, 1, [[Version of that appointment that the caller has seen; required with it.]])
* insert Type(string)
* insert In(start, 0, 1, [[When she comes, with the time. Required unless an appointment is called off.]])
* insert Type(dateTime)
* insert In(place, 0, 1, [[Where: the place of the old appointment without it, or otherwise where the caller works.]])
* insert To(anc-unit)
* insert In(despite, 0, *, [[What the caller has seen that stands against that day: clinic-full or appointment-same-day.]])
* insert Type(code)
* insert In(reason, 0, 1, [[Why the old appointment does not stand, in at most 500 letters. She reads it; required when no start is given.]])
* insert Type(string)
* insert In(missed, 0, 1, [[Why she did not come to the appointment, or to the planned contact. A start with it is the day that she is given instead.]])
* insert Codes(anc-missed-reason-codes)
* insert In(schedule, 0, 1, [[The schedule in which the planned contact stands that she missed; based-on is its version then.]])
* insert To(anc-contact-schedule)
* insert In(contact, 0, 1, [[The first day of that contact, as it is planned in that version.]])
* insert Type(date)
* insert In(note, 0, 1, [[More about why she did not come, in at most 500 letters, for those who look after her: she does not read it. Required for the reason other.]])
* insert Type(string)
* insert Out(appointment, 0, 1, [[The appointment that she has now, or that was called off or missed.]])
* insert To(anc-appointment)
* insert Out(schedule, 0, 1, [[Her schedule, where a planned contact was missed and no day is given.]])
* insert To(anc-contact-schedule)
* insert Out(version, 1, 1, [[Its version.]])
* insert Type(string)
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
