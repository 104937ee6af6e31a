ValueSet: AncContactTypeCodes
Id: anc-contact-type-codes
Title: "Kinds of contact"
Description: "All kinds of contact."
* ^experimental = false
* include codes from system AncContactType
