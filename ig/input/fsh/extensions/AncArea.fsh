Extension: AncArea
Id: anc-area
Title: "Area of responsibility"
Description: "An area whose mothers this person looks after."
Context: PractitionerRole
* value[x] only Reference(Organization)
* value[x] 1..1
