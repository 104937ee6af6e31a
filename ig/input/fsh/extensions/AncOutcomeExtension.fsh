Extension: AncOutcomeExtension
Id: anc-outcome
Title: "How it ended"
Description: "How the care of this pregnancy ended. A pregnancy that goes on has none."
Context: EpisodeOfCare
* value[x] only code
* value[x] 1..1
* valueCode from AncOutcomeCodes (required)
