Instance: nimali-risk
InstanceOf: AncRiskAssessment
Usage: #example
Title: "Nimali's risk at her first contact"
Description: "Gestational diabetes in the last pregnancy puts her at risk of it again; her Rh factor is not known."
* extension[grade].valueCodeableConcept = $dictionary#risk-grade-moderate
* extension[decision][0].extension[grade].valueCodeableConcept = $dictionary#risk-grade-high
* extension[decision][0].extension[reason].valueString = "Her sister had severe pre-eclampsia."
* extension[decision][0].extension[by].valueReference = Reference(midwife-kumari)
* extension[decision][0].extension[at].valueDateTime = "2026-11-02T09:20:00+05:30"
* extension[notAssessed][0].valueCodeableConcept = AncRule#R-RH
* status = #final
* subject = Reference(nimali)
* encounter = Reference(nimali-contact-1)
* occurrenceDateTime = "2026-11-02T09:10:00+05:30"
* performer = Reference(midwife-kumari)
* basis = Reference(nimali-previous-gdm)
* prediction.extension[version].valueString = "1"
* prediction.outcome = AncRule#R-GDM-RISK
* prediction.outcome.text = "At risk of gestational diabetes"
* prediction.qualitativeRisk = $dictionary#risk-grade-moderate
