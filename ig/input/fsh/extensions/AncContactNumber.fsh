Extension: AncContactNumber
Id: anc-contact-number
Title: "Contact number"
Description: "Which contact of this pregnancy it is, counted from 1 (WHO ANC.A.DE12)."
Context: Encounter
* value[x] only integer
* value[x] 1..1
* valueInteger ^minValueInteger = 1
* valueInteger ^maxValueInteger = 30
