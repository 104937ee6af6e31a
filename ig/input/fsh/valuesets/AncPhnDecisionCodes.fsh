ValueSet: AncPhnDecisionCodes
Id: anc-phn-decision-codes
Title: "Decisions about the PHN"
Description: "All decisions."
* ^experimental = false
* include codes from system AncPhnDecision
