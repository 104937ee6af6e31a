Instance: ind-lk-12
InstanceOf: Measure
Usage: #definition
Title: "Low body mass index early in pregnancy"
Description: "IND-LK-12: Low body mass index early in pregnancy."
* insert AncMeasure(ind-lk-12, MeasureIndLk12, https://ancregistry.org/fhir/id/indicator, IND-LK-12, decrease)
* title = "Low body mass index early in pregnancy"
* description = "That index is below 18.5 kg/m2."
* insert Population(denominator, early-bmi, [[Pregnancies with a body mass index at 12 completed weeks or before, the first of them in the period.]])
* insert Population(numerator, ind-lk-12, [[That index is below 18.5 kg/m2.]])
