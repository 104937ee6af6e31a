Extension: AncMissedContact
Id: anc-missed-contact
Title: "Contact to which she did not come"
Description: "Who wrote that she did not come, and when. Of a planned contact also the days on which it could have been held, and why she did not come; the contact stays planned, and counts as missed as long as it is planned for these days. Why she did not come to an appointment stands in its cancelationReason."
Context: CarePlan.activity.detail, Appointment
* extension contains
    from 0..1 and
    reason 0..1 and
    by 1..1 and
    at 1..1
* extension[from].value[x] only Period
* extension[reason].value[x] only CodeableConcept
* extension[reason].valueCodeableConcept from AncMissedReasonCodes (required)
* extension[by].value[x] only Reference
* extension[at].value[x] only dateTime
