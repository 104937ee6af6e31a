Extension: AncIdentityAssuranceExtension
Id: anc-identity-assurance
Title: "Source of this detail"
Description: "Who vouches for this detail of a person's identity."
Context: HumanName, ContactPoint, Address, Patient.birthDate, Patient.gender
* value[x] only code
* value[x] 1..1
* value[x] from AncIdentityAssuranceCodes (required)
