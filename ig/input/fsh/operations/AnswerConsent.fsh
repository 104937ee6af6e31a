Instance: anc-answer-consent
InstanceOf: OperationDefinition
Usage: #definition
Title: "Say with whom she shares her record"
Description: "For the mother herself: with whom she shares her record. What a midwife heard her say is put to her when she has signed in, and she can change her mind at any time. Her own answer is a verified consent on her own fresh authentication; it holds at the next request, and what held before becomes inactive."
* insert PatientOperation(anc-answer-consent, AnswerConsent, answer-consent, true)
* type = false
* instance = true
* title = "Say with whom she shares her record"
* description = "For the mother herself: with whom she shares her record. What a midwife heard her say is put to her when she has signed in, and she can change her mind at any time. Her own answer is a verified consent on her own fresh authentication; it holds at the next request, and what held before becomes inactive."
* insert RequestId
* insert In(permit, 0, 1, [[A plain answer: yes shares her record with those who care for her, no leaves it to her own area. Needed where share is not given.]])
* insert Type(boolean)
* insert In(share, 0, 1, [[With whom she shares her record: care-team, own-area or nobody.]])
* insert Type(code)
* insert In(keep-out, 0, *, [[People and places of the care team that she keeps out: Practitioner or Organization.]])
* insert Type(Reference)
* insert In(draft, 1, 1, [[What her sign-in was for.]])
* insert Type(string)
* insert In(evidence, 1, 1, [[Handle of her own fresh sign-in; it is used up.]])
* insert Type(string)
* insert Out(consent, 1, 1, [[Her verified consent.]])
* insert To(anc-record-consent)
* insert Out(permit, 1, 1, [[Whether she shares it with those who care for her.]])
* insert Type(boolean)
* insert Out(share, 1, 1, [[With whom she shares it.]])
* insert Type(code)
