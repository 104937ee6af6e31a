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
* insert In(reply, 0, 1, [[What was found and done, and what the midwife should do; required with reply. At most 4000 characters.]])
* insert Type(string)
* insert Out(referral, 1, 1, [[The referral.]])
* insert To(anc-referral)
* insert Out(status, 1, 1, [[Its status: active when she was seen, completed after a reply.]])
* insert Type(code)
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
