ValueSet: AncBabyConditionCodes
Id: anc-baby-condition-codes
Title: "How a living child is"
Description: "Whether it needs more than its mother."
* ^experimental = false
* $dictionary#baby-condition-well
* $dictionary#baby-condition-special-care
