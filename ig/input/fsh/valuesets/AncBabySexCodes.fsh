ValueSet: AncBabySexCodes
Id: anc-baby-sex-codes
Title: "Sex of a child"
Description: "As it was seen at birth."
* ^experimental = false
* $dictionary#baby-sex-female
* $dictionary#baby-sex-male
* $dictionary#baby-sex-undetermined
