CodeSystem: AncOperation
Id: anc-operation
Title: "Operation that was asked for"
Description: "In the audit trail: the name of the operation that somebody called. Other operations than the registry's own may have been asked for and refused, so this is not a closed list."
* ^content = #fragment
* ^caseSensitive = true
* ^experimental = false
* #$issue-phn "Issue a Personal Health Number"
* #$match-phn "Compare a person with PHN records"
* #$match "Find a person's record (IHE PDQm)"
* #$register-anc "Register a mother for antenatal care"
* #$record-anc-visit "Record an antenatal contact"
* #$record-outcome "Write down how a pregnancy ended"
* #$answer-referral "Answer a referral"
* #$anc-summary "Everything about a mother's pregnancy"
* #$decide-match "Decide whether two records are one person"
* #$merge "Merge two records of one woman"
* #$unmerge "Take a merge back"
* #$verify-identity "Verify the identity of a mother later"
* #$hand-over "Hand a mother over to another area"
* #$answer-consent "Answer what was consented to by word of mouth"
* #link-sign-in "Give a member of staff her sign-in"
* #unlink-sign-in "Take a sign-in away"
* #$import-anc-bundle "Take what another system knows of a mother"
* #$evaluate-measure "Count an indicator"
* #$check-in "Check a mother in at a clinic"
* #$break-glass "Open a record in an emergency"
* #$grade-risk "Give her risk another grade"
* #$assess-risk "Ask the clinical rules"
