ValueSet: AncOutcomeCodes
Id: anc-outcome-codes
Title: "How the care of a pregnancy ended"
Description: "All ways in which it can end."
* ^experimental = false
* include codes from system AncOutcome
