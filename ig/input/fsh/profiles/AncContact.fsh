Profile: AncContact
Parent: Encounter
Id: anc-contact
Title: "Antenatal contact"
Description: "A mother and a health worker met: at a clinic, at home, at a specialist's clinic; or they spoke on the phone. A check-in at a clinic is a contact with status arrived."
* obeys anc-finished-contact and anc-arrived-is-check-in
* extension contains
    AncContactNumber named contactNumber 0..1 MS and
    AncNote named note 0..1 MS
* status MS
* class from AncContactClass (required)
* class MS
* type 1..1 MS
* type from AncContactTypeCodes (required)
* subject 1..1 MS
* subject only Reference(AncMother)
* episodeOfCare 0..1 MS
* episodeOfCare only Reference(AncPregnancy)
* participant MS
* participant.individual MS
* participant.individual only Reference(Practitioner or PractitionerRole)
* period 1..1 MS
* period.start 1..1
* serviceProvider 1..1 MS
* serviceProvider only Reference(AncUnit)
