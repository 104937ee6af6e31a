ValueSet: AncAreaKindCodes
Id: anc-area-kind-codes
Title: "Kinds of area and facility"
Description: "All kinds."
* ^experimental = false
* include codes from system AncAreaKind
