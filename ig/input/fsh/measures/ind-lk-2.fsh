Instance: ind-lk-2
InstanceOf: Measure
Usage: #definition
Title: "Teenage mothers"
Description: "IND-LK-2: Teenage mothers."
* insert AncMeasure(ind-lk-2, MeasureIndLk2, https://ancregistry.org/fhir/id/indicator, IND-LK-2, decrease)
* title = "Teenage mothers"
* description = "She was younger than 20 years on the day of registration."
* insert Population(denominator, registered, [[Pregnancies that were registered in the period.]])
* insert Population(numerator, ind-lk-2, [[She was younger than 20 years on the day of registration.]])
