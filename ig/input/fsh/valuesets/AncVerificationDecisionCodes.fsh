ValueSet: AncVerificationDecisionCodes
Id: anc-verification-decision-codes
Title: "Decisions at a verification"
Description: "Whether the woman who is present is the woman of the record."
* ^experimental = false
* AncIdentityDecision#same
* AncIdentityDecision#different
