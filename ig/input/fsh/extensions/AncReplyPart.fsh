Extension: AncReplyPart
Id: anc-reply-part
Title: "Part of a reply"
Description: "Which part of a clinic's reply a note is: what was found, what was done, what the midwife is asked to do. A note without it says everything."
* ^context[+].type = #element
* ^context[=].expression = "Annotation"
* value[x] only code
* value[x] 1..1
* valueCode from AncReplyParts (required)
