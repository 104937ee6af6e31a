ValueSet: AncRuleCodes
Id: anc-rule-codes
Title: "All clinical rules"
Description: "Every clinical rule, in use or not."
* ^experimental = false
* include codes from system AncRule
