Instance: anc-find-woman
InstanceOf: OperationDefinition
Usage: #definition
Title: "Find a woman by name and birth date"
Description: "A doctor who has a woman before her without her number looks for her by name and birth date. The name may be spelled otherwise, the birth date must be hers to the day. At most ten women are answered, the likeliest first, with what tells one from another and nothing more. Whoever keeps the clinic out is not found. Questions are limited, and each woman in the answer sees that she was looked for."
* insert PatientOperation(anc-find-woman, FindWoman, find-woman, false)
* type = true
* instance = false
* title = "Find a woman by name and birth date"
* description = "A doctor who has a woman before her without her number looks for her by name and birth date. The name may be spelled otherwise, the birth date must be hers to the day. At most ten women are answered, the likeliest first, with what tells one from another and nothing more. Whoever keeps the clinic out is not found. Questions are limited, and each woman in the answer sees that she was looked for."
* insert In(name, 1, 1, [[Her name, at least one word of it whole; in any script or spelling.]])
* insert Type(string)
* insert In(birth-date, 1, 1, [[Her whole birth date.]])
* insert Type(date)
* insert Out(woman, 0, 10, [[A woman whose name and birth date these are.]])
* insert Part(out, patient, 1, 1, [[Her record: what $check-in takes as found.]])
* insert PartTo(anc-mother)
* insert Part(out, initials, 0, *, [[The first letters of a name of hers.]])
* insert PartType(string)
* insert Part(out, place, 0, 1, [[The village or town where she lives.]])
* insert PartType(string)
* insert Part(out, phn-end, 0, 1, [[The last three characters of her PHN.]])
* insert PartType(string)
* insert Part(out, in-care, 1, 1, [[Whether the caller may open her record as it is.]])
* insert PartType(boolean)
