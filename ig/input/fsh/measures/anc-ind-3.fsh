Instance: anc-ind-3
InstanceOf: Measure
Usage: #definition
Title: "Screened for syphilis"
Description: "ANC.IND.3: Screened for syphilis."
* insert AncMeasure(anc-ind-3, MeasureAncInd3, http://smart.who.int/anc, ANC.IND.3, increase)
* title = "Screened for syphilis"
* description = "The result of at least one syphilis test was recorded."
* insert Population(denominator, closed, [[Pregnancies whose record was closed in the period, for any reason but that there was no pregnancy or that it was entered wrongly.]])
* insert Population(numerator, anc-ind-3, [[The result of at least one syphilis test was recorded.]])
