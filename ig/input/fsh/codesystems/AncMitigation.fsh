CodeSystem: AncMitigation
Id: anc-mitigation
Title: "What was done about an urgent finding"
Description: "How an urgent finding stopped being open."
* insert OwnCodes
* #referred "Referred" "She was sent to hospital urgently."
* #pregnancy-ended "Pregnancy ended" "The pregnancy that it was about is over. An appointment is called off for the same reason."
* #seen-again "Seen again" "She was seen at a later contact, which found anew what is urgent."
