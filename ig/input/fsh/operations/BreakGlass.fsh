Instance: anc-break-glass
InstanceOf: OperationDefinition
Usage: #definition
Title: "Open a record in an emergency"
Description: "Opens the record of a woman to a doctor who does not care for her, for an hour and with a reason. She sees it in her access log, and whoever is responsible for her area has a task to review it. Attempts are limited."
* insert PatientOperation(anc-break-glass, BreakGlass, break-glass, true)
* type = true
* instance = false
* title = "Open a record in an emergency"
* description = "Opens the record of a woman to a doctor who does not care for her, for an hour and with a reason. She sees it in her access log, and whoever is responsible for her area has a task to review it. Attempts are limited."
* insert In(request-id, 1, 1, [[The client's own id of this request: a repeat opens nothing a second time.]])
* insert Type(string)
* insert In(phn, 1, 1, [[Her PHN.]])
* insert Type(string)
* insert In(kind, 0, 1, [[Why her record is needed now; other where it is absent. Whoever reviews it reads it.]])
* insert Codes(anc-emergency-reason-codes)
* insert In(reason, 0, 1, [[The same in the doctor's words, up to 500 characters; required with the kind other, 10 at least.]])
* insert Type(string)
* insert Out(patient, 1, 1, [[Her record.]])
* insert To(anc-mother)
* insert Out(until, 1, 1, [[When it ends by itself.]])
* insert Type(instant)
