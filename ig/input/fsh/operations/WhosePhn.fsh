Instance: anc-whose-phn
InstanceOf: OperationDefinition
Usage: #definition
Title: "Whose number it is, by initials"
Description: "Tells a doctor who is about to open a record in an emergency whose number she typed: by initials and the year of birth, so that a slip of the pen does not open the record of another woman. It opens nothing and tells nothing else. Questions are limited, and the woman sees that she was looked for."
* insert PatientOperation(anc-whose-phn, WhosePhn, whose-phn, false)
* type = true
* instance = false
* title = "Whose number it is, by initials"
* description = "Tells a doctor who is about to open a record in an emergency whose number she typed: by initials and the year of birth, so that a slip of the pen does not open the record of another woman. It opens nothing and tells nothing else. Questions are limited, and the woman sees that she was looked for."
* insert In(phn, 1, 1, [[The number that was typed.]])
* insert Type(string)
* insert Out(patient, 1, 1, [[Her record, which this does not open.]])
* insert To(anc-mother)
* insert Out(initials, 0, *, [[The first letters of a name of hers.]])
* insert Type(string)
* insert Out(birth-year, 0, 1, [[The year in which she was born.]])
* insert Type(integer)
