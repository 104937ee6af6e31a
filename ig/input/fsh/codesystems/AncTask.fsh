CodeSystem: AncTask
Id: anc-task
Title: "Kind of work left to do"
Description: "What has to be done about a record before it is complete."
* insert OwnCodes
* #decide-match "Decide whether two records are one person" "For a supervisor: the midwife was not sure about the PHN."
* #verify-later "Verify the identity later" "For the midwife: the mother was registered without identity evidence."
* #hand-over "Hand her over to another area" "For the midwives of the area that she moved to: both areas reach her until it is taken."
* #match-later "Compare with the PHN directory later" "For the registry itself: the directory did not answer when it was asked about her. What it finds later goes to a supervisor."
* #complete-import "Complete what another system could not tell" "For the midwives of her area: a Bundle from another system left open what it means; the description says what to ask."
* #another-day "Give her another day" "For whoever looks after her: she cannot come to an appointment and asks for another day."
* #who-looked "Say who looked at her record" "For the privacy officer alone: the mother does not know somebody who looked at her record."
* #review-emergency "Review an emergency access" "For whoever is responsible for her area: a doctor outside her care opened her record in an emergency."
