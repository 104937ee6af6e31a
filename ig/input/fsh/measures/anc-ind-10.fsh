Instance: anc-ind-10
InstanceOf: Measure
Usage: #definition
Title: "Ultrasound before 24 weeks"
Description: "ANC.IND.10: Ultrasound before 24 weeks."
* insert AncMeasure(anc-ind-10, MeasureAncInd10, http://smart.who.int/anc, ANC.IND.10, increase)
* title = "Ultrasound before 24 weeks"
* description = "A scan was done before 24 weeks, by the day of the scan."
* insert Population(denominator, reached-24-weeks, [[Pregnancies that came to 24 weeks in the period and were not over before.]])
* insert Population(numerator, anc-ind-10, [[A scan was done before 24 weeks, by the day of the scan.]])
