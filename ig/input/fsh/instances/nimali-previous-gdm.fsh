Instance: nimali-previous-gdm
InstanceOf: AncHistoryCondition
Usage: #example
Title: "Nimali had gestational diabetes before"
Description: "Asked and said yes."
* clinicalStatus = $condition-clinical#resolved
* verificationStatus = $condition-verification#confirmed
* code.coding[0] = $who#ANC.B6.DE43 "Gestational diabetes in a past pregnancy"
* code.coding[1] = $sct#11687002
* code.coding[2] = $icd10#O24.4
* subject = Reference(nimali)
* encounter = Reference(nimali-contact-1)
* recordedDate = "2026-11-02T09:10:00+05:30"
* recorder = Reference(midwife-kumari)
