Instance: anc-ind-4
InstanceOf: Measure
Usage: #definition
Title: "At least four contacts"
Description: "ANC.IND.4: At least four contacts."
* insert AncMeasure(anc-ind-4, MeasureAncInd4, http://smart.who.int/anc, ANC.IND.4, increase)
* title = "At least four contacts"
* description = "She had four contacts or more; what was added to a contact is no further one."
* insert Population(denominator, closed, [[Pregnancies whose record was closed in the period, for any reason but that there was no pregnancy or that it was entered wrongly.]])
* insert Population(numerator, anc-ind-4, [[She had four contacts or more; what was added to a contact is no further one.]])
