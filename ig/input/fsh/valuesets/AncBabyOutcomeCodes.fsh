ValueSet: AncBabyOutcomeCodes
Id: anc-baby-outcome-codes
Title: "What became of a child"
Description: "Whether it was born alive and lives."
* ^experimental = false
* $dictionary#baby-outcome-live-birth
* $dictionary#baby-outcome-stillbirth
* $dictionary#baby-outcome-early-neonatal-death
