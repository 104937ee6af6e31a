Profile: AncSummaryBundle
Parent: Bundle
Id: anc-summary-bundle
Title: "A mother's record in one Bundle"
Description: "What $anc-summary answers: the Patient first, then everything of her record that the caller may see, and the people and places that it names."
* obeys anc-mother-first
* type = #collection
* entry 1..* MS
* entry.resource 1..1 MS
