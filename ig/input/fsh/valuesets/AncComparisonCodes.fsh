ValueSet: AncComparisonCodes
Id: anc-comparison-codes
Title: "Comparisons of a detail"
Description: "All results of a comparison."
* ^experimental = false
* include codes from system AncComparison
