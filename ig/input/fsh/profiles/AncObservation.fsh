Profile: AncObservation
Parent: Observation
Id: anc-observation
Title: "Finding or answer in antenatal care"
Description: "One thing that was measured, seen or asked at a contact. What was asked and denied is stored with the answer no; what was not asked is absent."
* obeys anc-primary-code and anc-answered and anc-danger-sign
* insert DictionaryRules
* extension contains
    AncChild named child 0..1 MS and
    AncToldInPerson named told 0..1 MS
* basedOn MS
* status MS
* status from AncObservationStatus (required)
* category MS
* category ^comment = "Vital signs carry category vital-signs, as FHIR's own vital signs profiles ask of every Observation with one of their LOINC codes."
* code MS
* code from AncFindingCodes (extensible)
* code.coding 1..* MS
* code.coding.system 1..1
* code.coding.code 1..1
* subject 1..1 MS
* subject only Reference(AncMother)
* encounter 1..1 MS
* encounter only Reference(AncContact)
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer 1..* MS
* value[x] MS
