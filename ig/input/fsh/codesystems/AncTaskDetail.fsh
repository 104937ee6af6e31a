CodeSystem: AncTaskDetail
Id: anc-task-detail
Title: "Detail of work left to do"
Description: "What a task is given and what came of it."
* insert OwnCodes
* #candidate "Candidate" "The record that the registry itself found to be bound to the same identity."
* #decision "Decision" "What was decided."
* #linked "Linked record" "The record that hers was linked to."
