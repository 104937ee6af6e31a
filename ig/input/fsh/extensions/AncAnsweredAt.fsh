Extension: AncAnsweredAt
Id: anc-answered-at
Title: "At which contact it was answered"
Description: "The contact at which something was done about an urgent finding. When that contact turns out to be written in error, the finding waits again."
* ^context[+].type = #element
* ^context[=].expression = "DetectedIssue.mitigation"
* value[x] only Reference(AncContact)
* value[x] 1..1
