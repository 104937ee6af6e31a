CodeSystem: AncMissedReason
Id: anc-missed-reason
Title: "Why she did not come"
Description: "The reason that is recorded when a mother did not come to an appointment or a planned contact. It is for those who look after her: she does not read it."
* insert OwnCodes
* #forgot "She forgot, or did not know"
* #transport "No transport, or no money for it"
* #ill "She was ill"
* #away "She was away, or has moved"
* #family "Work, children or family"
* #unwilling "She did not want to come"
* #clinic-not-held "The clinic was not held"
* #other "Another reason"
