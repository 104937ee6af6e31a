Extension: AncNote
Id: anc-note
Title: "Note of a contact"
Description: "What the health worker wrote about the contact in her own words."
Context: Encounter
* value[x] only string
* value[x] 1..1
