Profile: AncHistoryCondition
Parent: Condition
Id: anc-history-condition
Title: "Illness or event in a mother's history"
Description: "What she was asked about and said yes to: an illness she has, or something that happened in a past pregnancy, or a diagnosis of this one. A no is an Observation with the answer no; a refuted Condition is never written, because readers overlook the word."
* obeys anc-primary-code and anc-not-refuted
* clinicalStatus MS
* verificationStatus MS
* code 1..1 MS
* code obeys anc-something-known
* code from AncFindingCodes (extensible)
* code.coding 1..* MS
* code.coding.system 1..1
* code.coding.code 1..1
* subject MS
* subject only Reference(AncMother)
* encounter MS
* encounter only Reference(AncContact)
* recordedDate MS
* recorder MS
