ValueSet: AncIdentityDecisionCodes
Id: anc-identity-decision-codes
Title: "Decisions about who she is"
Description: "All decisions."
* ^experimental = false
* include codes from system AncIdentityDecision
