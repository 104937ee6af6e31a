Instance: anc-ind-9
InstanceOf: Measure
Usage: #definition
Title: "Fetal heart listened to"
Description: "ANC.IND.9: Fetal heart listened to."
* insert AncMeasure(anc-ind-9, MeasureAncInd9, http://smart.who.int/anc, ANC.IND.9, increase)
* title = "Fetal heart listened to"
* description = "It was recorded at least once whether the fetal heart was heard, or its rate."
* insert Population(denominator, closed, [[Pregnancies whose record was closed in the period, for any reason but that there was no pregnancy or that it was entered wrongly.]])
* insert Population(numerator, anc-ind-9, [[It was recorded at least once whether the fetal heart was heard, or its rate.]])
