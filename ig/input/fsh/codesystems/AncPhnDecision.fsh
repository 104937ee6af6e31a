CodeSystem: AncPhnDecision
Id: anc-phn-decision
Title: "Decision about the PHN"
Description: "What the midwife decided after comparing the person with the PHN's record. Nothing is preselected."
* insert OwnCodes
* #use-existing "Use the existing PHN" "The record with that PHN is this woman's."
* #issue-new "Issue a new PHN" "She has none and no record of hers was found."
* #not-sure "Not sure" "She is registered provisionally without a PHN, and a supervisor decides."
