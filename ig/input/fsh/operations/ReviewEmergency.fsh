Instance: anc-review-emergency
InstanceOf: OperationDefinition
Usage: #definition
Title: "Review an emergency access"
Description: "A supervisor says whether it was in order that a doctor opened a record of her areas in an emergency, or a privacy officer of any record; it closes the task that asks for the review. What was not in order a supervisor has told the privacy officer."
* insert TaskOperation(anc-review-emergency, ReviewEmergency, review-emergency, true)
* type = false
* instance = true
* title = "Review an emergency access"
* description = "A supervisor says whether it was in order that a doctor opened a record of her areas in an emergency, or a privacy officer of any record; it closes the task that asks for the review. What was not in order a supervisor has told the privacy officer."
* insert RequestId
* insert In(based-on, 1, 1, [[The version of the task that was looked at.]])
* insert Type(string)
* insert In(decision, 1, 1, [[in-order, or not-in-order where the privacy officer was told of it.]])
* insert Type(code)
* insert In(reason, 1, 1, [[Why, and what was done: at most 500 characters.]])
* insert Type(string)
* insert Out(task, 1, 1, [[The task.]])
* insert To(anc-task)
* insert Out(status, 1, 1, [[Its status.]])
* insert Type(code)
* insert Out(decision, 1, 1, [[What was found.]])
* insert Type(code)
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
