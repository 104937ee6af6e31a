ValueSet: AncUnverifiedReasonCodes
Id: anc-unverified-reason-codes
Title: "Why an identity was not verified"
Description: "All reasons."
* ^experimental = false
* include codes from system AncUnverifiedReason
