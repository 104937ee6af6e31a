Extension: AncNotAssessed
Id: anc-not-assessed
Title: "Rule that could not be assessed"
Description: "Something that this rule needs is not known. It says neither yes nor no, and never normal."
Context: RiskAssessment
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from AncRuleCodes (required)
