Instance: ind-lk-6
InstanceOf: Measure
Usage: #definition
Title: "Protected from tetanus"
Description: "IND-LK-6: Protected from tetanus."
* insert AncMeasure(ind-lk-6, MeasureIndLk6, https://ancregistry.org/fhir/id/indicator, IND-LK-6, increase)
* title = "Protected from tetanus"
* description = "She was fully immunised before, or had two doses by this record, one of them in this pregnancy."
* insert Population(denominator, ended, [[Pregnancies that ended in the period with a birth, a loss or her death; a woman who moved or was lost to follow-up is not counted.]])
* insert Population(numerator, ind-lk-6, [[She was fully immunised before, or had two doses by this record, one of them in this pregnancy.]])
