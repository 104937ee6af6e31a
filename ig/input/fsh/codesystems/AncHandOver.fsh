CodeSystem: AncHandOver
Id: anc-hand-over
Title: "Step of a hand-over"
Description: "What is done about a mother who moves to another area."
* insert OwnCodes
* #give "Give" "The area that she leaves asks the other one to take her."
* #take "Take" "The area that she comes to takes her."
* #withdraw "Withdraw" "She stays, or the other area does not take her."
