Instance: ind-lk-8
InstanceOf: Measure
Usage: #definition
Title: "Blood group and Rh known"
Description: "IND-LK-8: Blood group and Rh known."
* insert AncMeasure(ind-lk-8, MeasureIndLk8, https://ancregistry.org/fhir/id/indicator, IND-LK-8, increase)
* title = "Blood group and Rh known"
* description = "Both her ABO group and her Rh factor are recorded; unknown is not known."
* insert Population(denominator, delivered, [[Pregnancies that ended in the period with a birth, of a living or a dead child.]])
* insert Population(numerator, ind-lk-8, [[Both her ABO group and her Rh factor are recorded; unknown is not known.]])
