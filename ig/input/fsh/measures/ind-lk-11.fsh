Instance: ind-lk-11
InstanceOf: Measure
Usage: #definition
Title: "Clinic visits per mother"
Description: "IND-LK-11: Clinic visits per mother."
* insert AncMeasure(ind-lk-11, MeasureIndLk11, https://ancregistry.org/fhir/id/indicator, IND-LK-11, increase)
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#ratio
* title = "Clinic visits per mother"
* description = "How often she was seen at a clinic, on average."
* insert Population(denominator, delivered, [[Pregnancies that ended in the period with a birth, of a living or a dead child.]])
* insert Population(numerator, ind-lk-11, [[All contacts of these pregnancies at a clinic; what was added to a contact later is the same contact.]])
