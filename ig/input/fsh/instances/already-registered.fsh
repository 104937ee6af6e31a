Instance: already-registered
InstanceOf: AncRefusal
Usage: #example
Title: "She is registered already"
Description: "The refusal of a second registration; it refers to the record, for a caller who may see it."
* issue.extension[concerns].valueReference = Reference(nimali)
* issue.severity = #error
* issue.code = #duplicate
* issue.details = AncProblem#subject-already-registered
* issue.diagnostics = "This person is registered already. Open her record instead."
