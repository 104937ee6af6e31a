Extension: AncLastContact
Id: anc-last-contact
Title: "Last contact"
Description: "The contact that was written last in this pregnancy."
Context: EpisodeOfCare
* value[x] only Reference(Encounter)
* value[x] 1..1
