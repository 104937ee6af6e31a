ValueSet: AncRiskGradeCodes
Id: anc-risk-grade-codes
Title: "Risk grades"
Description: "How much watching a pregnancy needs."
* ^experimental = false
* $dictionary#risk-grade-not-assessed
* $dictionary#risk-grade-low
* $dictionary#risk-grade-moderate
* $dictionary#risk-grade-high
* $dictionary#risk-grade-urgent
