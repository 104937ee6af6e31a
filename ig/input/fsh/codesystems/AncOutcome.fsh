CodeSystem: AncOutcome
Id: anc-outcome
Title: "How the care of a pregnancy ended"
Description: "What happened, as it is told to $record-outcome and kept with the pregnancy. The dictionary's reason for closing follows from it."
* insert OwnCodes
* #birth "Birth" "One child or several were born; kept with a pregnancy, every child lives."
* #birth-and-loss "Birth, and a child that died" "A child was stillborn or died. The registry says so itself, from what is told of each child."
* #miscarriage "Miscarriage" "The pregnancy was lost."
* #abortion "Abortion" "The pregnancy was ended."
* #ectopic-pregnancy "Ectopic pregnancy" "The pregnancy lay outside the womb."
* #molar-pregnancy "Molar pregnancy" "The pregnancy was a mole."
* #maternal-death "Death of the woman" "She died."
* #moved-away "Moved abroad" "She is cared for elsewhere, where this registry does not reach."
* #lost-to-follow-up "Lost to follow-up" "Nobody knows what became of her."
* #not-pregnant "Not pregnant" "There was no pregnancy."
