Instance: anc-answer-consent
InstanceOf: OperationDefinition
Usage: #definition
Title: "Answer what was consented to by word of mouth"
Description: "For the mother herself: what a midwife heard her say is put to her when she has signed in. Her own answer, yes or no, is a verified consent on her own fresh authentication, and takes the place of the spoken one."
* insert PatientOperation(anc-answer-consent, AnswerConsent, answer-consent, true)
* type = false
* instance = true
* title = "Answer what was consented to by word of mouth"
* description = "For the mother herself: what a midwife heard her say is put to her when she has signed in. Her own answer, yes or no, is a verified consent on her own fresh authentication, and takes the place of the spoken one."
* insert RequestId
* insert In(permit, 1, 1, [[Whether her record may be held and shared with those who care for her.]])
* insert Type(boolean)
* insert In(draft, 1, 1, [[What her sign-in was for.]])
* insert Type(string)
* insert In(evidence, 1, 1, [[Handle of her own fresh sign-in; it is used up.]])
* insert Type(string)
* insert Out(consent, 1, 1, [[Her verified consent.]])
* insert To(anc-record-consent)
* insert Out(permit, 1, 1, [[What she answered.]])
* insert Type(boolean)
