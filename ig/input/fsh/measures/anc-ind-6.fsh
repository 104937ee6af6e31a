Instance: anc-ind-6
InstanceOf: Measure
Usage: #definition
Title: "Counselled on danger signs"
Description: "ANC.IND.6: Counselled on danger signs."
* insert AncMeasure(anc-ind-6, MeasureAncInd6, http://smart.who.int/anc, ANC.IND.6, increase)
* title = "Counselled on danger signs"
* description = "She was counselled on danger signs at least once."
* insert Population(denominator, closed, [[Pregnancies whose record was closed in the period, for any reason but that there was no pregnancy or that it was entered wrongly.]])
* insert Population(numerator, anc-ind-6, [[She was counselled on danger signs at least once.]])
