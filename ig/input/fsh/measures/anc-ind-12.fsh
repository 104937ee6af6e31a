Instance: anc-ind-12
InstanceOf: Measure
Usage: #definition
Title: "Tested for HIV"
Description: "ANC.IND.12: Tested for HIV."
* insert AncMeasure(anc-ind-12, MeasureAncInd12, http://smart.who.int/anc, ANC.IND.12, increase)
* title = "Tested for HIV"
* description = "The result of an HIV test was recorded."
* insert Population(denominator, closed, [[Pregnancies whose record was closed in the period, for any reason but that there was no pregnancy or that it was entered wrongly.]])
* insert Population(numerator, anc-ind-12, [[The result of an HIV test was recorded.]])
