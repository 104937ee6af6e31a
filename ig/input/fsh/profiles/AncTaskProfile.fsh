Profile: AncTaskProfile
Parent: Task
Id: anc-task
Title: "Work left to do"
Description: "What has to be done about a mother's record, by whom: decide about a PHN, verify her later, take her over from another area, give feedback on a referral, answer what she asks herself."
* status MS
* intent MS
* intent = #order
* code 1..1 MS
* code from AncTaskKinds (required)
* focus MS
* for 1..1 MS
* for only Reference(AncMother)
* authoredOn 1..1 MS
* requester MS
* owner MS
* reasonCode MS
* note MS
