Instance: ind-lk-5
InstanceOf: Measure
Usage: #definition
Title: "Protected from rubella"
Description: "IND-LK-5: Protected from rubella."
* insert AncMeasure(ind-lk-5, MeasureIndLk5, https://ancregistry.org/fhir/id/indicator, IND-LK-5, increase)
* title = "Protected from rubella"
* description = "She is immunised against rubella."
* insert Population(denominator, registered, [[Pregnancies that were registered in the period.]])
* insert Population(numerator, ind-lk-5, [[She is immunised against rubella.]])
