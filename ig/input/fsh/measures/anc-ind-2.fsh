Instance: anc-ind-2
InstanceOf: Measure
Usage: #definition
Title: "Iron and folic acid at every contact"
Description: "ANC.IND.2: Iron and folic acid at every contact."
* insert AncMeasure(anc-ind-2, MeasureAncInd2, http://smart.who.int/anc, ANC.IND.2, increase)
* title = "Iron and folic acid at every contact"
* description = "Iron and folic acid were prescribed at each contact that she had."
* insert Population(denominator, closed, [[Pregnancies whose record was closed in the period, for any reason but that there was no pregnancy or that it was entered wrongly.]])
* insert Population(numerator, anc-ind-2, [[Iron and folic acid were prescribed at each contact that she had.]])
