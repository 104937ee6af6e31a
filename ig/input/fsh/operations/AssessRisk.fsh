Instance: anc-assess-risk
InstanceOf: OperationDefinition
Usage: #definition
Title: "Ask the clinical rules"
Description: "Says what the clinical rules say of her, as recording a contact does, and writes nothing. Findings of a contact elsewhere can be given: they are judged together with her record. For midwives, supervisors, doctors, clinic nurses and systems, of women in their care. May be called with GET when no finding is given."
* insert PatientOperation(anc-assess-risk, AssessRisk, assess-risk, false)
* type = false
* instance = true
* title = "Ask the clinical rules"
* description = "Says what the clinical rules say of her, as recording a contact does, and writes nothing. Findings of a contact elsewhere can be given: they are judged together with her record. For midwives, supervisors, doctors, clinic nurses and systems, of women in their care. May be called with GET when no finding is given."
* insert In(on, 0, 1, [[The day that is judged: today when findings are given, otherwise the day of her last contact.]])
* insert Type(date)
* insert In(finding, 0, *, [[An Observation, Condition or Immunization that is not in her record: vital signs of a visit at another clinic, for instance. Codes as in the guide; units are converted.]])
* insert Type(Resource)
* insert AssessmentOut
