Profile: AncRefusal
Parent: OperationOutcome
Id: anc-refusal
Title: "Refusal"
Description: "What a client gets when the registry does not do what was asked: a code to branch on, a sentence for a person and, where one parameter, field or element is meant, its name. Nothing was changed."
* issue MS
* issue.extension contains
    AncProblemConcerns named concerns 0..1 MS and
    AncCurrentVersion named currentVersion 0..1 MS
* issue.severity MS
* issue.code MS
* issue.details 1..1 MS
* issue.details from AncProblemCodes (required)
* issue.details.coding 1..*
* issue.diagnostics 1..1 MS
* issue.diagnostics ^short = "For people: what is wrong and what to do"
* issue.expression MS
* issue.expression ^short = "The parameter, field of the data dictionary or element that is meant"
