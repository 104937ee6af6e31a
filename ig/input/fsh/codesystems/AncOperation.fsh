CodeSystem: AncOperation
Id: anc-operation
Title: "Operation that was asked for"
Description: "In the audit trail: the name of the operation that somebody called. Other operations than the registry's own may have been asked for and refused, so this is not a closed list."
* ^content = #fragment
* ^caseSensitive = true
* ^experimental = false
* #$issue-phn "Issue a Personal Health Number"
* #$match-phn "Compare a person with PHN records"
* #$register-anc "Register a mother for antenatal care"
* #$record-anc-visit "Record an antenatal contact"
* #$anc-summary "Everything about a mother's pregnancy"
* #$check-in "Check a mother in at a clinic"
