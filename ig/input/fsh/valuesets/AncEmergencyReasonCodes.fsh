ValueSet: AncEmergencyReasonCodes
Id: anc-emergency-reason-codes
Title: "Why a record is opened in an emergency"
Description: "All reasons."
* ^experimental = false
* include codes from system AncEmergencyReason
