Instance: anc-register-anc
InstanceOf: OperationDefinition
Usage: #definition
Title: "Register a mother for antenatal care"
Description: "Writes the mother, her pregnancy, the first contact with its findings and history, her consent, the provenance and the contact schedule in one transaction: all of it or nothing. Verified details are read from the identity evidence, never from the request. The same request sent twice registers once."
* insert PatientOperation(anc-register-anc, RegisterAnc, register-anc, true)
* type = true
* instance = false
* title = "Register a mother for antenatal care"
* description = "Writes the mother, her pregnancy, the first contact with its findings and history, her consent, the provenance and the contact schedule in one transaction: all of it or nothing. Verified details are read from the identity evidence, never from the request. The same request sent twice registers once."
* insert RequestId
* insert In(draft, 1, 1, [[The registration draft that is being finished.]])
* insert Type(string)
* insert In(evidence, 0, 1, [[Handle of the identity evidence, which is used up.]])
* insert Type(string)
* insert In(unverified-reason, 0, 1, [[Why there is no evidence; required when there is none.]])
* insert Codes(anc-unverified-reason-codes)
* insert In(person, 0, 1, [[What she declared: only what the evidence lacks is taken, and marked as declared.]])
* insert Type(Patient)
* insert In(phn-decision, 1, 1, [[What was decided about her PHN.]])
* insert Codes(anc-phn-decision-codes)
* insert In(phn, 0, 1, [[The existing PHN; required with use-existing.]])
* insert Type(string)
* insert In(different-from, 0, *, [[A record that looks like hers, was looked at, and is another woman's: a sister's, a twin's. One that only the PHN directory knows is named by its number, as the reference's identifier.]])
* insert To(anc-mother)
* insert In(update-address, 0, 1, [[Whether the address of the existing record is replaced by the one in the evidence.]])
* insert Type(boolean)
* insert In(phone-shared, 0, 1, [[Whose phone it is: own, shared when others read what is sent to it, or none.]])
* insert Type(code)
* insert Answers
* insert In(consent, 1, 1, [[Her answer to whether the record may be held and shared with those who care for her]])
* insert Part(in, permit, 1, 1, [[Yes or no.]])
* insert PartType(boolean)
* insert Part(in, spoken, 1, 1, [[True when she said so to the midwife: stored as unverified and put to her at her own first sign-in.]])
* insert PartType(boolean)
* insert In(contact-date, 0, 1, [[When the first contact took place; without it, now.]])
* insert Type(dateTime)
* insert In(contact-type, 0, 1, [[Where the first contact took place; without it, field-clinic.]])
* insert Codes(anc-contact-type-codes)
* insert AssessmentOut
* insert Out(patient, 1, 1, [[The mother's record.]])
* insert To(anc-mother)
* insert Out(phn, 0, 1, [[Her PHN; none after not-sure.]])
* insert Type(Identifier)
* insert Out(phn-issued, 1, 1, [[Whether the PHN was issued now.]])
* insert Type(boolean)
* insert Out(pregnancy, 1, 1, [[The pregnancy.]])
* insert To(anc-pregnancy)
* insert Out(version, 1, 1, [[Version of the pregnancy's record, on which the next contact is based.]])
* insert Type(string)
* insert Out(contact, 1, 1, [[The first contact.]])
* insert To(anc-contact)
* insert Out(edd, 0, 1, [[Expected date of delivery.]])
* insert Type(date)
* insert Out(planned-contact, 0, *, [[The days between which each further contact is due.]])
* insert Type(Period)
* insert Out(task, 0, 1, [[What is left to do about the PHN or the identity.]])
* insert To(anc-task)
* insert Out(verified, 1, 1, [[Whether her identity was verified.]])
* insert Type(boolean)
* insert UnusualOut
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
