Instance: nimali-blood-pressure
InstanceOf: AncBloodPressure
Usage: #example
Title: "Nimali's blood pressure"
Description: "110/70 mm[Hg]."
* insert AtFirstContact
* category[VSCat] = $observation-category#vital-signs
* code = $loinc#85354-9 "Blood pressure panel with all children optional"
* component[SystolicBP].code.coding[1] = $who#ANC.B8.DE17 "Systolic blood pressure"
* component[SystolicBP].valueQuantity = 110 'mm[Hg]' "mmHg"
* component[DiastolicBP].code.coding[1] = $who#ANC.B8.DE19 "Diastolic blood pressure"
* component[DiastolicBP].valueQuantity = 70 'mm[Hg]' "mmHg"
