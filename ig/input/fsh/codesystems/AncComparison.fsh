CodeSystem: AncComparison
Id: anc-comparison
Title: "Comparison of a detail"
Description: "How one detail of a person agrees with a record."
* insert OwnCodes
* #same "Same"
* #close "Close" "Different in writing only, such as initials, the order of names or one slip of the pen."
* #different "Different"
* #missing "Missing" "One of the two does not say."
