Instance: anc-answer-mother
InstanceOf: OperationDefinition
Usage: #definition
Title: "Answer what a mother asked"
Description: "Answers a task with which a mother asked. Who looks after her gives her another day, which calls the old appointment off and books a new one, or says why not. Who looked at her record is answered by a privacy officer alone."
* insert TaskOperation(anc-answer-mother, AnswerMother, answer-mother, true)
* type = false
* instance = true
* title = "Answer what a mother asked"
* description = "Answers a task with which a mother asked. Who looks after her gives her another day, which calls the old appointment off and books a new one, or says why not. Who looked at her record is answered by a privacy officer alone."
* insert RequestId
* insert In(text, 0, 1, [[Words for her to read, at most 500 characters.]])
* insert Type(string)
* insert In(next-appointment, 0, 1, [[When she is expected instead. Only where she asked for another day.]])
* insert Part(in, start, 1, 1, [[Date and time, still to come.]])
* insert PartType(dateTime)
* insert Part(in, place, 0, 1, [[Where; without it, the place of the old appointment.]])
* insert PartTo(anc-unit)
* insert Out(task, 1, 1, [[The task.]])
* insert To(anc-task)
* insert Out(status, 1, 1, [[Its status.]])
* insert Type(code)
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
