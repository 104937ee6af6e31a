Extension: AncRiskGrade
Id: anc-risk-grade
Title: "Risk grade"
Description: "The grade of the worst rule that is met. Low is said only when danger signs and blood pressure are known."
Context: RiskAssessment
* value[x] only CodeableConcept
* value[x] 1..1
* valueCodeableConcept from AncRiskGradeCodes (required)
