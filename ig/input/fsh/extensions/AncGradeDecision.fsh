Extension: AncGradeDecision
Id: anc-grade-decision
Title: "Grade that a clinician gave"
Description: "What a clinician thinks of the risk after the rules. Raising is free, lowering needs a reason. All decisions stay; the last one counts. A raised grade is taken over to later contacts until somebody lowers it."
Context: RiskAssessment
* extension contains
    grade 1..1 and
    reason 0..1 and
    by 1..1 and
    at 1..1
* extension[grade].value[x] only CodeableConcept
* extension[grade].value[x] from AncRiskGradeCodes (required)
* extension[reason].value[x] only string
* extension[by].value[x] only Reference
* extension[at].value[x] only dateTime
