Instance: anc-ind-7
InstanceOf: Measure
Usage: #definition
Title: "Blood pressure measured"
Description: "ANC.IND.7: Blood pressure measured."
* insert AncMeasure(anc-ind-7, MeasureAncInd7, http://smart.who.int/anc, ANC.IND.7, increase)
* title = "Blood pressure measured"
* description = "At least one blood pressure was recorded."
* insert Population(denominator, closed, [[Pregnancies whose record was closed in the period, for any reason but that there was no pregnancy or that it was entered wrongly.]])
* insert Population(numerator, anc-ind-7, [[At least one blood pressure was recorded.]])
