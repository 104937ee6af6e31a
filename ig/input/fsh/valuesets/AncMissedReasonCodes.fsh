ValueSet: AncMissedReasonCodes
Id: anc-missed-reason-codes
Title: "Why she did not come"
Description: "All reasons."
* ^experimental = false
* include codes from system AncMissedReason
