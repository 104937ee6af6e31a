Extension: AncCurrentVersion
Id: anc-current-version
Title: "Present version"
Description: "On a version conflict: the version on which the next attempt has to be based."
Context: OperationOutcome.issue
* value[x] only string
* value[x] 1..1
