ValueSet: AncTaskCodes
Id: anc-task-codes
Title: "Kinds of work left to do"
Description: "All kinds of work."
* ^experimental = false
* include codes from system AncTask
