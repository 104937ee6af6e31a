Instance: anc-acknowledge-results
InstanceOf: OperationDefinition
Usage: #definition
Title: "Acknowledge results"
Description: "Somebody has looked at the results of tests, which closes their orders, or has told the mother a result in person, which opens it to her own sign-in. For doctors and midwives, for women in their care."
* insert PatientOperation(anc-acknowledge-results, AcknowledgeResults, acknowledge-results, true)
* type = false
* instance = true
* title = "Acknowledge results"
* description = "Somebody has looked at the results of tests, which closes their orders, or has told the mother a result in person, which opens it to her own sign-in. For doctors and midwives, for women in their care."
* insert RequestId
* insert In(order, 0, *, [[An order that has a result, which the caller has looked at. An order or a result that she was told must be named.]])
* insert To(anc-test-order)
* insert In(told, 0, *, [[A result that she was told in person.]])
* insert To(anc-observation)
* insert Out(order, 0, *, [[The orders that are closed by it.]])
* insert To(anc-test-order)
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
