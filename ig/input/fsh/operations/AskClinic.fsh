Instance: anc-ask-clinic
InstanceOf: OperationDefinition
Usage: #definition
Title: "Ask for another day, or who somebody is"
Description: "For the mother herself: she asks for another day than that of an appointment to come, or says that she does not know somebody who looked at her record. The first is asked of those who look after her, the second of the privacy officer alone. About the same she asks once until she is answered."
* insert PatientOperation(anc-ask-clinic, AskClinic, ask-clinic, true)
* type = false
* instance = true
* title = "Ask for another day, or who somebody is"
* description = "For the mother herself: she asks for another day than that of an appointment to come, or says that she does not know somebody who looked at her record. The first is asked of those who look after her, the second of the privacy officer alone. About the same she asks once until she is answered."
* insert RequestId
* insert In(kind, 1, 1, [[another-day or who-looked.]])
* insert Type(code)
* insert In(about, 1, 1, [[The Appointment that she cannot come to, or the AuditEvent of whoever looked.]])
* insert Type(Reference)
* insert In(text, 0, 1, [[Her own words, at most 500 characters.]])
* insert Type(string)
* insert Out(task, 1, 1, [[The task.]])
* insert To(anc-task)
* insert Out(status, 1, 1, [[Its status.]])
* insert Type(code)
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
