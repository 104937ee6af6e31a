Instance: anc-ind-8
InstanceOf: Measure
Usage: #definition
Title: "Blood pressure in the third trimester"
Description: "ANC.IND.8: Blood pressure in the third trimester."
* insert AncMeasure(anc-ind-8, MeasureAncInd8, http://smart.who.int/anc, ANC.IND.8, increase)
* title = "Blood pressure in the third trimester"
* description = "At least one blood pressure was recorded later than 28 weeks and 0 days."
* insert Population(denominator, closed, [[Pregnancies whose record was closed in the period, for any reason but that there was no pregnancy or that it was entered wrongly.]])
* insert Population(numerator, anc-ind-8, [[At least one blood pressure was recorded later than 28 weeks and 0 days.]])
