Instance: ind-lk-4
InstanceOf: Measure
Usage: #definition
Title: "Fifth pregnancies and later ones"
Description: "IND-LK-4: Fifth pregnancies and later ones."
* insert AncMeasure(ind-lk-4, MeasureIndLk4, https://ancregistry.org/fhir/id/indicator, IND-LK-4, decrease)
* title = "Fifth pregnancies and later ones"
* description = "It is her fifth pregnancy or a later one."
* insert Population(denominator, registered, [[Pregnancies that were registered in the period.]])
* insert Population(numerator, ind-lk-4, [[It is her fifth pregnancy or a later one.]])
