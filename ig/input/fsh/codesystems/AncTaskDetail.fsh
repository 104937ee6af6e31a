CodeSystem: AncTaskDetail
Id: anc-task-detail
Title: "Detail of work left to do"
Description: "What a task is given and what came of it."
* insert OwnCodes
* #appointment "Appointment" "The appointment that was booked instead."
* #candidate "Candidate" "The record that the registry itself found to be bound to the same identity."
* #decision "Decision" "What was decided."
* #directory "Of the directory" "The number that is named is one of the country's PHN directory."
* #linked "Linked record" "The record that hers was linked to."
