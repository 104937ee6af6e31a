Instance: anc-ind-5
InstanceOf: Measure
Usage: #definition
Title: "At least eight contacts"
Description: "ANC.IND.5: At least eight contacts."
* insert AncMeasure(anc-ind-5, MeasureAncInd5, http://smart.who.int/anc, ANC.IND.5, increase)
* title = "At least eight contacts"
* description = "She had eight contacts or more; what was added to a contact is no further one."
* insert Population(denominator, closed, [[Pregnancies whose record was closed in the period, for any reason but that there was no pregnancy or that it was entered wrongly.]])
* insert Population(numerator, anc-ind-5, [[She had eight contacts or more; what was added to a contact is no further one.]])
