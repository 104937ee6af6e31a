Profile: AncPregnancy
Parent: EpisodeOfCare
Id: anc-pregnancy
Title: "Pregnancy in antenatal care"
Description: "One pregnancy of a mother, from registration to its end. Each contact updates it, so its meta.versionId is the version of the pregnancy's record that a visit is based on."
* extension contains
    AncContactCount named contactCount 1..1 MS and
    AncLastContact named lastContact 0..1 MS and
    AncOutcomeExtension named outcome 0..1 MS
* status MS
* type 1..* MS
* type ^short = "WHO's code for a pregnancy"
* type.coding 1..*
* type.coding.system 1..1
* type.coding.code 1..1
* patient only Reference(AncMother)
* patient MS
* managingOrganization 1..1 MS
* managingOrganization only Reference(AncUnit)
* managingOrganization ^short = "Public health midwife's area"
* period 1..1 MS
* period.start 1..1
* period.start ^short = "Date of registration"
* careManager MS
* careManager only Reference(AncPractitioner)
* careManager ^short = "The midwife who looks after her"
