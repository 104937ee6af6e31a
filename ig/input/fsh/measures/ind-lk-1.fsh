Instance: ind-lk-1
InstanceOf: Measure
Usage: #definition
Title: "Registered before 8 weeks"
Description: "IND-LK-1: Registered before 8 weeks."
* insert AncMeasure(ind-lk-1, MeasureIndLk1, https://ancregistry.org/fhir/id/indicator, IND-LK-1, increase)
* title = "Registered before 8 weeks"
* description = "She was registered before 8 completed weeks; a pregnancy that nobody dated is not counted here."
* insert Population(denominator, registered, [[Pregnancies that were registered in the period.]])
* insert Population(numerator, ind-lk-1, [[She was registered before 8 completed weeks; a pregnancy that nobody dated is not counted here.]])
