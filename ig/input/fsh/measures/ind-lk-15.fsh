Instance: ind-lk-15
InstanceOf: Measure
Usage: #definition
Title: "Caesarean births"
Description: "IND-LK-15: Caesarean births."
* insert AncMeasure(ind-lk-15, MeasureIndLk15, https://ancregistry.org/fhir/id/indicator, IND-LK-15, decrease)
* title = "Caesarean births"
* description = "The child was born by caesarean section."
* insert Population(denominator, delivered, [[Pregnancies that ended in the period with a birth, of a living or a dead child.]])
* insert Population(numerator, ind-lk-15, [[The child was born by caesarean section.]])
