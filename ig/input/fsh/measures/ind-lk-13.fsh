Instance: ind-lk-13
InstanceOf: Measure
Usage: #definition
Title: "Illness in pregnancy"
Description: "IND-LK-13: Illness in pregnancy."
* insert AncMeasure(ind-lk-13, MeasureIndLk13, https://ancregistry.org/fhir/id/indicator, IND-LK-13, decrease)
* title = "Illness in pregnancy"
* description = "At least one illness or diagnosis is recorded at her contacts; what happened in earlier pregnancies is none."
* insert Population(denominator, registered, [[Pregnancies that were registered in the period.]])
* insert Population(numerator, ind-lk-13, [[At least one illness or diagnosis is recorded at her contacts; what happened in earlier pregnancies is none.]])
