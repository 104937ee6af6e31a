Instance: anc-answer-referral
InstanceOf: OperationDefinition
Usage: #definition
Title: "Answer a referral"
Description: "The clinic that a mother was sent to says that it has seen her, and replies to her midwife. A reply closes the referral; the clinic's access to her record then ends on the day after. For doctors of that clinic."
* insert PatientOperation(anc-answer-referral, AnswerReferral, answer-referral, true)
* type = false
* instance = true
* title = "Answer a referral"
* description = "The clinic that a mother was sent to says that it has seen her, and replies to her midwife. A reply closes the referral; the clinic's access to her record then ends on the day after. For doctors of that clinic."
* insert RequestId
* insert In(referral, 1, 1, [[The referral, which is open and sent to the caller's clinic.]])
* insert To(anc-referral)
* insert In(action, 1, 1, [[seen or reply.]])
* insert Codes(anc-referral-answers)
* insert In(found, 0, 1, [[What was found. With reply, at least one of found, done, please and reply is needed; together they have at most 4000 characters.]])
* insert Type(string)
* insert In(done, 0, 1, [[What was done.]])
* insert Type(string)
* insert In(please, 0, 1, [[What the midwife is asked to do.]])
* insert Type(string)
* insert In(reply, 0, 1, [[All that in one text, where a system does not keep it apart.]])
* insert Type(string)
* insert In(next-review, 0, 1, [[With reply: the day, today or later, on which the clinic wants to see her again.]])
* insert Type(date)
* insert In(no-further-review, 0, 1, [[With reply, in place of next-review: true when she need not come to this clinic again.]])
* insert Type(boolean)
* insert Out(referral, 1, 1, [[The referral.]])
* insert To(anc-referral)
* insert Out(status, 1, 1, [[Its status: active when she was seen, completed after a reply.]])
* insert Type(code)
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
