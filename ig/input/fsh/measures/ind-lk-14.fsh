Instance: ind-lk-14
InstanceOf: Measure
Usage: #definition
Title: "Births in an institution"
Description: "IND-LK-14: Births in an institution."
* insert AncMeasure(ind-lk-14, MeasureIndLk14, https://ancregistry.org/fhir/id/indicator, IND-LK-14, increase)
* title = "Births in an institution"
* description = "She gave birth in a health-care facility."
* insert Population(denominator, delivered, [[Pregnancies that ended in the period with a birth, of a living or a dead child.]])
* insert Population(numerator, ind-lk-14, [[She gave birth in a health-care facility.]])
