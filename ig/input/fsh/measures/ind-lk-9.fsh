Instance: ind-lk-9
InstanceOf: Measure
Usage: #definition
Title: "Visited at home"
Description: "IND-LK-9: Visited at home."
* insert AncMeasure(ind-lk-9, MeasureIndLk9, https://ancregistry.org/fhir/id/indicator, IND-LK-9, increase)
* title = "Visited at home"
* description = "The midwife came to her home at least once."
* insert Population(denominator, registered, [[Pregnancies that were registered in the period.]])
* insert Population(numerator, ind-lk-9, [[The midwife came to her home at least once.]])
