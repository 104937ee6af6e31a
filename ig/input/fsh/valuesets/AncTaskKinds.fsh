ValueSet: AncTaskKinds
Id: anc-task-kinds
Title: "Kinds of task"
Description: "The registry's own kinds of work, and FHIR's code for fulfilling a request, which asks for feedback on a referral."
* ^experimental = false
* include codes from system AncTask
* http://hl7.org/fhir/CodeSystem/task-code#fulfill "Fulfill the focal request"
