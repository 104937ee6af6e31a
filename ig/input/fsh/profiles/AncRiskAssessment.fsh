Profile: AncRiskAssessment
Parent: RiskAssessment
Id: anc-risk-assessment
Title: "What the rules say of a contact"
Description: "The clinical rules that are met at a contact, each with its version and the findings behind it, those that could not be assessed, and the grade of the worst. Every contact has its own; the newest counts."
* extension contains
    AncRiskGrade named grade 1..1 MS and
    AncGradeDecision named decision 0..* MS and
    AncNotAssessed named notAssessed 0..* MS
* status MS
* subject MS
* subject only Reference(AncMother)
* encounter 1..1 MS
* encounter only Reference(AncContact)
* occurrence[x] 1..1 MS
* occurrence[x] only dateTime
* performer 1..1 MS
* performer only Reference(Practitioner or PractitionerRole)
* basis MS
* prediction MS
* prediction.extension contains AncRuleVersion named version 1..1 MS
* prediction.outcome 1..1 MS
* prediction.outcome from AncRuleCodes (required)
* prediction.qualitativeRisk MS
* prediction.qualitativeRisk from AncRiskGradeCodes (required)
