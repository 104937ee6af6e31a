ValueSet: AncIdentityAssuranceCodes
Id: anc-identity-assurance-codes
Title: "How far a detail of identity can be relied on"
Description: "All sources of a demographic detail."
* ^experimental = false
* include codes from system AncIdentityAssurance
