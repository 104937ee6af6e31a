Instance: anc-order-tests
InstanceOf: OperationDefinition
Usage: #definition
Title: "Order tests"
Description: "Says which tests a mother is to have, and calls off those she is not. A test that is ordered already and waits is not ordered a second time. For doctors and midwives, for women in their care."
* insert PatientOperation(anc-order-tests, OrderTests, order-tests, true)
* type = false
* instance = true
* title = "Order tests"
* description = "Says which tests a mother is to have, and calls off those she is not. A test that is ordered already and waits is not ordered a second time. For doctors and midwives, for women in their care."
* insert RequestId
* insert In(test, 0, *, [[A test. A test or an order to call off must be named.]])
* insert Codes(anc-test-codes)
* insert In(urgency, 0, 1, [[routine, which is meant when it is absent, or urgent.]])
* insert Codes(anc-referral-priority)
* insert In(note, 0, 1, [[To whoever does the tests. At most 500 characters.]])
* insert Type(string)
* insert In(call-off, 0, *, [[An order of hers that waits and is not wanted any more.]])
* insert To(anc-test-order)
* insert Out(order, 0, *, [[The orders of these tests, new ones and those that waited already.]])
* insert To(anc-test-order)
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
