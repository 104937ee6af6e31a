ValueSet: AncCorrectionCodes
Id: anc-correction-codes
Title: "Kinds of correction"
Description: "All kinds of correction."
* ^experimental = false
* include codes from system AncCorrection
