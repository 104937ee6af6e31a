Extension: AncRuleVersion
Id: anc-rule-version
Title: "Version of a rule"
Description: "Which version of the rule's numbers was used."
* ^context[+].type = #element
* ^context[=].expression = "RiskAssessment.prediction"
* ^context[+].type = #element
* ^context[=].expression = "DetectedIssue"
* value[x] only string
* value[x] 1..1
