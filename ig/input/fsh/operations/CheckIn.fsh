Instance: anc-check-in
InstanceOf: OperationDefinition
Usage: #definition
Title: "Check a mother in at a clinic"
Description: "A mother who is present is checked in with her PHN and birth date, with her PHN and her own fresh identity evidence, or, by a doctor who found her, with her name and birth date. It writes a contact with status arrived and opens her record to this clinic's team until the day after. She sees that it happened. Every miss gets the same answer, and attempts are limited."
* insert PatientOperation(anc-check-in, CheckIn, check-in, true)
* type = true
* instance = false
* title = "Check a mother in at a clinic"
* description = "A mother who is present is checked in with her PHN and birth date, with her PHN and her own fresh identity evidence, or, by a doctor who found her, with her name and birth date. It writes a contact with status arrived and opens her record to this clinic's team until the day after. She sees that it happened. Every miss gets the same answer, and attempts are limited."
* insert In(phn, 0, 1, [[Her PHN; required without found.]])
* insert Type(string)
* insert In(found, 0, 1, [[Without her number: the record that $find-woman answered for this name and birth date. For doctors.]])
* insert To(anc-mother)
* insert In(name, 0, 1, [[With found: her name, as it was looked for.]])
* insert Type(string)
* insert In(birth-date, 0, 1, [[Her birth date, as she says it; required without evidence.]])
* insert Type(date)
* insert In(evidence, 0, 1, [[Handle of her own fresh identity evidence.]])
* insert Type(string)
* insert In(draft, 0, 1, [[The draft that the evidence belongs to.]])
* insert Type(string)
* insert Out(patient, 1, 1, [[Her record.]])
* insert To(anc-mother)
* insert Out(contact, 1, 1, [[The contact with status arrived.]])
* insert To(anc-contact)
