Profile: AncBloodPressure
Parent: $bp
Id: anc-blood-pressure
Title: "Blood pressure in antenatal care"
Description: "Systolic and diastolic pressure in mm[Hg], each with WHO's ANC code beside LOINC's. A second reading is an Observation of its own with WHO's codes for the repeated reading."
* obeys anc-systolic-above-diastolic
* insert PressureRules
* status from AncObservationStatus (required)
* subject only Reference(AncMother)
* encounter 1..1 MS
* encounter only Reference(AncContact)
* effective[x] only dateTime
* performer 1..* MS
