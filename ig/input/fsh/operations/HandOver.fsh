Instance: anc-hand-over
InstanceOf: OperationDefinition
Usage: #definition
Title: "Hand a mother over to another area"
Description: "The midwife of the present area gives a mother who moves; a midwife or supervisor of the new area takes her; either may withdraw it before. Both areas reach her until she is taken. What is left to do about her goes along."
* insert PatientOperation(anc-hand-over, HandOver, hand-over, true)
* type = false
* instance = true
* title = "Hand a mother over to another area"
* description = "The midwife of the present area gives a mother who moves; a midwife or supervisor of the new area takes her; either may withdraw it before. Both areas reach her until she is taken. What is left to do about her goes along."
* insert RequestId
* insert In(action, 1, 1, [[give, take or withdraw.]])
* insert Codes(anc-hand-over-actions)
* insert In(area, 0, 1, [[The public health midwife's area that she moves to; required to give.]])
* insert To(anc-unit)
* insert In(reason, 0, 1, [[What the other midwife should know.]])
* insert Type(string)
* insert Out(task, 1, 1, [[The hand-over.]])
* insert To(anc-task)
* insert Out(status, 1, 1, [[The task's status: requested, completed or cancelled.]])
* insert Type(code)
* insert Out(area, 1, 1, [[The area that manages her pregnancy now.]])
* insert To(anc-unit)
