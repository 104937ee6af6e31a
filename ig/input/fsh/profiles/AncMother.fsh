Profile: AncMother
Parent: Patient
Id: anc-mother
Title: "Mother in antenatal care"
Description: "A pregnant woman whom the registry knows. She is known by a PHN; her national ID is never required and never stored here. Each detail says where it comes from."
* obeys anc-phn-one-system and anc-phn-one-current and anc-no-national-id and anc-no-subject
* extension contains AncIdentityVerified named identityVerified 1..1 MS and AncTextsAgreed named textsAgreed 0..1 MS
* identifier MS
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains phn 0..* MS
* identifier[phn] ^short = "Personal Health Number"
* identifier[phn] ^comment = "One official number at most: a woman whose PHN could not be decided is registered without one, and a supervisor has a task. The numbers of records that were merged into hers are old; she is still found by them."
* identifier[phn] obeys anc-phn-use
* identifier[phn].use 1..1
* identifier[phn].system 1..1
* identifier[phn].system = $phn
* identifier[phn].value 1..1
* identifier[phn].value obeys anc-phn-shape
* name 1..* MS
* name ^comment = "One name for each script or language. given and family stand only where the source gives them apart; a name is never split."
* name.extension contains
    $language named language 0..1 MS and
    AncIdentityAssuranceExtension named assurance 1..1 MS
* name.text 1..1 MS
* telecom MS
* telecom.extension contains AncIdentityAssuranceExtension named assurance 1..1 MS
* telecom.system 1..1
* telecom.value 1..1
* gender 1..1 MS
* gender.extension contains AncIdentityAssuranceExtension named assurance 1..1 MS
* birthDate 1..1 MS
* birthDate.extension contains AncIdentityAssuranceExtension named assurance 1..1 MS
* address MS
* address ^comment = "Where somebody vouches for an address, it stays; where she says that she lives now stands beside it with use temp."
* address.extension contains AncIdentityAssuranceExtension named assurance 1..1 MS
* communication MS
* communication.language from AncPreferredLanguage (extensible)
* contact MS
* contact ^short = "Whom to call for her"
* managingOrganization MS
* managingOrganization only Reference(AncUnit)
* managingOrganization ^short = "Public health midwife's area"
