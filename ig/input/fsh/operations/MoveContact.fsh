Instance: anc-move-contact
InstanceOf: OperationDefinition
Usage: #definition
Title: "Move a planned contact"
Description: "A planned contact that cannot be held on its days gets others, with the reason, in one transaction: what was planned before stays beside it, and the work list follows the new days. Refused for a contact that was held already, after the pregnancy has ended, for days that went by, lie beyond the pregnancy or would take it past the contact planned before or after it, and for a schedule that was changed meanwhile. For midwives, supervisors and doctors in whose care she is; not in an emergency alone."
* insert PatientOperation(anc-move-contact, MoveContact, move-contact, true)
* type = false
* instance = true
* title = "Move a planned contact"
* description = "A planned contact that cannot be held on its days gets others, with the reason, in one transaction: what was planned before stays beside it, and the work list follows the new days. Refused for a contact that was held already, after the pregnancy has ended, for days that went by, lie beyond the pregnancy or would take it past the contact planned before or after it, and for a schedule that was changed meanwhile. For midwives, supervisors and doctors in whose care she is; not in an emergency alone."
* insert RequestId
* insert In(schedule, 1, 1, [[The schedule in which the contact stands.]])
* insert To(anc-contact-schedule)
* insert In(based-on, 1, 1, [[Version of the schedule that the caller has seen.]])
* insert Type(string)
* insert In(contact, 1, 1, [[The first day of the contact, as it is planned in that version.]])
* insert Type(date)
* insert In(first-day, 1, 1, [[The first day on which it can be held instead: today or later, after she was last seen.]])
* insert Type(date)
* insert In(last-day, 0, 1, [[The last such day, at most four weeks later; without it the contact is planned for one day.]])
* insert Type(date)
* insert In(reason, 1, 1, [[Why, in at most 500 letters. She can read it.]])
* insert Type(string)
* insert Out(schedule, 1, 1, [[The schedule.]])
* insert To(anc-contact-schedule)
* insert Out(version, 1, 1, [[Its new version.]])
* insert Type(string)
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
