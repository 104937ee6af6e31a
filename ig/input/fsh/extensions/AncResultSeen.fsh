Extension: AncResultSeen
Id: anc-result-seen
Title: "Result looked at"
Description: "Who looked at the result of a test that was ordered, and when. The order is completed with it."
Context: ServiceRequest
* extension contains
    by 1..1 and
    at 1..1
* extension[by].value[x] only Reference
* extension[at].value[x] only dateTime
