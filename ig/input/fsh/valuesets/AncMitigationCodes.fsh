ValueSet: AncMitigationCodes
Id: anc-mitigation-codes
Title: "What was done about an urgent finding"
Description: "All that ends an urgent finding."
* ^experimental = false
* include codes from system AncMitigation
