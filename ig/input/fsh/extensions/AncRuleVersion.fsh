Extension: AncRuleVersion
Id: anc-rule-version
Title: "Version of a rule"
Description: "Which version of the rule's numbers was used."
Context: RiskAssessment.prediction
* value[x] only string
* value[x] 1..1
