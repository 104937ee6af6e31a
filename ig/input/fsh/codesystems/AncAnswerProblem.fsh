CodeSystem: AncAnswerProblem
Id: anc-answer-problem
Title: "What is wrong with an answer"
Description: "Why one answer to a dictionary field was not taken, or what a person should look at once more."
* insert OwnCodes
* #unknown-field "Unknown field" "The dictionary has no such field, or nobody answers it."
* #wrong-type "Wrong kind of value"
* #wrong-unit "Wrong unit"
* #impossible-value "Impossible value" "Outside the hard limits."
* #contradiction "Contradiction" "Two answers cannot both be right."
* #missing "Missing" "This field has to be answered."
* #unusual "Unusual" "Possible and rare: is this right?"
