ValueSet: AncHandOverActions
Id: anc-hand-over-actions
Title: "Steps of a hand-over"
Description: "All steps."
* ^experimental = false
* include codes from system AncHandOver
