Instance: ind-lk-10
InstanceOf: Measure
Usage: #definition
Title: "Seen at a clinic"
Description: "IND-LK-10: Seen at a clinic."
* insert AncMeasure(ind-lk-10, MeasureIndLk10, https://ancregistry.org/fhir/id/indicator, IND-LK-10, increase)
* title = "Seen at a clinic"
* description = "She was seen at a clinic at least once."
* insert Population(denominator, registered, [[Pregnancies that were registered in the period.]])
* insert Population(numerator, ind-lk-10, [[She was seen at a clinic at least once.]])
