Instance: anc-record-anc-visit
InstanceOf: OperationDefinition
Usage: #definition
Title: "Record an antenatal contact"
Description: "Writes a contact with its findings, treatment, referral and next appointment in one transaction. It says on which version of the pregnancy's record it is based: when somebody wrote meanwhile, nothing is written and the answer says what changed. Corrections add; nothing is overwritten."
* insert PatientOperation(anc-record-anc-visit, RecordAncVisit, record-anc-visit, true)
* type = false
* instance = true
* title = "Record an antenatal contact"
* description = "Writes a contact with its findings, treatment, referral and next appointment in one transaction. It says on which version of the pregnancy's record it is based: when somebody wrote meanwhile, nothing is written and the answer says what changed. Corrections add; nothing is overwritten."
* insert RequestId
* insert In(based-on, 1, 1, [[Version of the pregnancy's record that the caller has seen.]])
* insert Type(string)
* insert In(contact-date, 1, 1, [[When the contact took place.]])
* insert Type(dateTime)
* insert In(contact-type, 1, 1, [[Where it took place.]])
* insert Codes(anc-contact-type-codes)
* insert Answers
* insert In(medication, 0, *, [[A medicine that was given or prescribed.]])
* insert Part(in, text, 1, 1, [[Its name.]])
* insert PartType(string)
* insert Part(in, dose, 0, 1, [[Dose and how often, as it is told to the mother.]])
* insert PartType(string)
* insert Part(in, note, 0, 1, [[Anything else about it.]])
* insert PartType(string)
* insert In(note, 0, 1, [[What the writer adds in her own words.]])
* insert Type(string)
* insert In(referral, 0, 1, [[A referral to another facility, whose team may see her record while it is open.]])
* insert Part(in, to, 1, 1, [[The facility.]])
* insert PartTo(anc-unit)
* insert Part(in, urgency, 1, 1, [[routine or urgent.]])
* insert PartCodes(anc-referral-priority)
* insert Part(in, reason, 1, 1, [[Why.]])
* insert PartType(string)
* insert Part(in, transport, 0, 1, [[How she gets there: A (ambulance), C (her own or a hired vehicle) or P (public transport). Left out where nobody asked yet.]])
* insert PartCodes(anc-referral-transport)
* insert In(next-appointment, 0, 1, [[When she is expected next.]])
* insert Part(in, start, 1, 1, [[Date and time.]])
* insert PartType(dateTime)
* insert Part(in, place, 0, 1, [[Where; without it, the caller's facility.]])
* insert PartTo(anc-unit)
* insert In(corrects, 0, 1, [[The earlier contact that this one corrects.]])
* insert To(anc-contact)
* insert In(correction, 0, 1, [[How it corrects it; required with corrects.]])
* insert Codes(anc-correction-codes)
* insert In(correction-reason, 0, 1, [[Why; required with corrects.]])
* insert Type(string)
* insert AssessmentOut
* insert Out(contact, 1, 1, [[The contact.]])
* insert To(anc-contact)
* insert Out(version, 1, 1, [[The new version of the pregnancy's record.]])
* insert Type(string)
* insert Out(appointment, 0, 1, [[The next appointment.]])
* insert To(anc-appointment)
* insert Out(referral, 0, 1, [[The referral.]])
* insert To(anc-referral)
* insert UnusualOut
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
