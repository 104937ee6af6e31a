Instance: anc-grade-risk
InstanceOf: OperationDefinition
Usage: #definition
Title: "Give her risk another grade"
Description: "Lets a clinician raise the risk that the rules found, freely, or lower it with a reason. What the rules found stays beside it; every decision is kept with who took it and when. A raised grade holds at later contacts until somebody lowers it; a lowered one is judged anew at the next contact. For midwives, supervisors, doctors and clinic nurses."
* insert PatientOperation(anc-grade-risk, GradeRisk, grade-risk, true)
* type = false
* instance = true
* title = "Give her risk another grade"
* description = "Lets a clinician raise the risk that the rules found, freely, or lower it with a reason. What the rules found stays beside it; every decision is kept with who took it and when. A raised grade holds at later contacts until somebody lowers it; a lowered one is judged anew at the next contact. For midwives, supervisors, doctors and clinic nurses."
* insert RequestId
* insert In(assessment, 1, 1, [[Her newest assessment, as the caller has it before her.]])
* insert To(anc-risk-assessment)
* insert In(grade, 1, 1, [[The grade that is given; not risk-grade-not-assessed.]])
* insert Codes(anc-risk-grade-codes)
* insert In(reason, 0, 1, [[Why; required when the grade is lower than it stands.]])
* insert Type(string)
* insert Out(risk-grade, 1, 1, [[The grade that counts from now on.]])
* insert Codes(anc-risk-grade-codes)
* insert Out(computed-risk-grade, 1, 1, [[What the rules found.]])
* insert Codes(anc-risk-grade-codes)
* insert Out(risk-assessment, 1, 1, [[The assessment as it is stored.]])
* insert To(anc-risk-assessment)
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
