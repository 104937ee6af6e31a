Instance: ind-lk-7
InstanceOf: Measure
Usage: #definition
Title: "Tested for syphilis by delivery"
Description: "IND-LK-7: Tested for syphilis by delivery."
* insert AncMeasure(ind-lk-7, MeasureIndLk7, https://ancregistry.org/fhir/id/indicator, IND-LK-7, increase)
* title = "Tested for syphilis by delivery"
* description = "The result of a syphilis test was recorded on the day of the birth or before."
* insert Population(denominator, delivered, [[Pregnancies that ended in the period with a birth, of a living or a dead child.]])
* insert Population(numerator, ind-lk-7, [[The result of a syphilis test was recorded on the day of the birth or before.]])
