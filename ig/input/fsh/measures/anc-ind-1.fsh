Instance: anc-ind-1
InstanceOf: Measure
Usage: #definition
Title: "First contact in the first trimester"
Description: "ANC.IND.1: First contact in the first trimester."
* insert AncMeasure(anc-ind-1, MeasureAncInd1, http://smart.who.int/anc, ANC.IND.1, increase)
* title = "First contact in the first trimester"
* description = "She was at most 12 completed weeks pregnant on that day; a pregnancy that nobody dated is not counted here."
* insert Population(denominator, first-contact, [[Pregnancies whose first contact lies in the period.]])
* insert Population(numerator, anc-ind-1, [[She was at most 12 completed weeks pregnant on that day; a pregnancy that nobody dated is not counted here.]])
