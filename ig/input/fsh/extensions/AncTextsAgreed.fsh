Extension: AncTextsAgreed
Id: anc-texts-agreed
Title: "Text messages agreed"
Description: "Whether she said that a text message may be sent to her phone. Absent where nobody asked her. A telecom of use home is a phone that others read, too."
Context: Patient
* value[x] only boolean
* value[x] 1..1
