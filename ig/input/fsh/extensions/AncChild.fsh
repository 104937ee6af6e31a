Extension: AncChild
Id: anc-child
Title: "Which child"
Description: "Which of the children of one birth a finding is about, counted from 1 in the order of the births."
Context: Observation
* value[x] only positiveInt
* value[x] 1..1
