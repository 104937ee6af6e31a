ValueSet: AncProblemCodes
Id: anc-problem-codes
Title: "Why an operation refused"
Description: "All refusals."
* ^experimental = false
* include codes from system AncProblem
