Instance: ind-lk-3
InstanceOf: Measure
Usage: #definition
Title: "First pregnancies"
Description: "IND-LK-3: First pregnancies."
* insert AncMeasure(ind-lk-3, MeasureIndLk3, https://ancregistry.org/fhir/id/indicator, IND-LK-3, increase)
* title = "First pregnancies"
* description = "It is her first pregnancy."
* insert Population(denominator, registered, [[Pregnancies that were registered in the period.]])
* insert Population(numerator, ind-lk-3, [[It is her first pregnancy.]])
