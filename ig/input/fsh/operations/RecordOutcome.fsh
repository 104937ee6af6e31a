Instance: anc-record-outcome
InstanceOf: OperationDefinition
Usage: #definition
Title: "Write down how a pregnancy ended"
Description: "Closes a pregnancy with what became of it, in one transaction: its appointments, schedule and open referrals are called off, and the area that looked after her reaches her record for another twelve months. Or takes an ending back that was written in error, while no newer pregnancy is registered: then the pregnancy goes on as it was. Nothing is overwritten. For midwives and supervisors, and for doctors in whose care she is; not in an emergency alone."
* insert PatientOperation(anc-record-outcome, RecordOutcome, record-outcome, true)
* type = false
* instance = true
* title = "Write down how a pregnancy ended"
* description = "Closes a pregnancy with what became of it, in one transaction: its appointments, schedule and open referrals are called off, and the area that looked after her reaches her record for another twelve months. Or takes an ending back that was written in error, while no newer pregnancy is registered: then the pregnancy goes on as it was. Nothing is overwritten. For midwives and supervisors, and for doctors in whose care she is; not in an emergency alone."
* insert RequestId
* insert In(based-on, 1, 1, [[Version of the pregnancy's record that the caller has seen.]])
* insert Type(string)
* insert In(outcome, 0, 1, [[What happened; required unless an ending is taken back. Send birth whatever became of the children.]])
* insert Codes(anc-outcome-codes)
* insert In(date, 0, 1, [[The day on which it happened, not before she was registered; required with outcome.]])
* insert Type(date)
* insert In(answer, 0, *, [[One answer to a field of the data dictionary: delivery_place, delivery_mode and delivery_complications of a birth, death_cause and what is known of a birth of a death. The rest follows from the other parameters.]])
* insert Part(in, field, 1, 1, [[Name of the field.]])
* insert PartType(code)
* insert Part(in, value, 1, 1, [[The answer, as the field takes it.]])
* insert PartType(Type)
* insert Part(in, confirmed, 0, 1, [[True when the writer was asked about this rare value and said that it is right.]])
* insert PartType(boolean)
* insert In(child, 0, *, [[Each child that was born, in the order of the births: one to eight at a birth.]])
* insert Part(in, outcome, 1, 1, [[What became of it.]])
* insert PartCodes(anc-baby-outcome-codes)
* insert Part(in, sex, 0, 1, [[Its sex.]])
* insert PartCodes(anc-baby-sex-codes)
* insert Part(in, birth-weight, 0, 1, [[Its weight at birth in g or kg, where it was weighed: 200 to 10,000 g.]])
* insert PartType(Quantity)
* insert Part(in, condition, 0, 1, [[How it is; of a child that lives alone.]])
* insert PartCodes(anc-baby-condition-codes)
* insert Part(in, confirmed, 0, 1, [[True when the writer was asked about a rare weight and said that it is right.]])
* insert PartType(boolean)
* insert In(note, 0, 1, [[What the writer adds in her own words.]])
* insert Type(string)
* insert In(corrects, 0, 1, [[The contact that wrote an ending down in error; it takes that ending back. Not together with outcome.]])
* insert To(anc-contact)
* insert In(correction-reason, 0, 1, [[What was wrong; required with corrects.]])
* insert Type(string)
* insert Out(pregnancy, 1, 1, [[The pregnancy.]])
* insert To(anc-pregnancy)
* insert Out(status, 1, 1, [[finished, or active when an ending was taken back.]])
* insert Type(code)
* insert Out(contact, 1, 1, [[The contact that wrote the ending down; name it to take the ending back.]])
* insert To(anc-contact)
* insert Out(version, 1, 1, [[The new version of the pregnancy's record.]])
* insert Type(string)
* insert UnusualOut
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
