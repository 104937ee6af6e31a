Extension: AncConfirmedBy
Id: anc-confirmed-by
Title: "Who confirmed a rare value"
Description: "The value is possible and rare. Whoever wrote it was asked \"is this right?\" and said yes."
* ^context[+].type = #element
* ^context[=].expression = "Observation"
* ^context[+].type = #element
* ^context[=].expression = "Observation.component"
* value[x] only Reference(Practitioner or PractitionerRole)
* value[x] 1..1
