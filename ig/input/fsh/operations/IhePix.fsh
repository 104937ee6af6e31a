Instance: anc-ihe-pix
InstanceOf: OperationDefinition
Usage: #definition
Title: "By which other numbers a woman is known"
Description: "IHE PIXm's Mobile Patient Identifier Cross-reference Query (ITI-83), for systems: the current numbers on every record that is the woman's, and these records. A number of a record that was merged into hers leads to her."
* insert PatientOperation(anc-ihe-pix, IhePix, ihe-pix, false)
* type = true
* instance = false
* title = "By which other numbers a woman is known"
* description = "IHE PIXm's Mobile Patient Identifier Cross-reference Query (ITI-83), for systems: the current numbers on every record that is the woman's, and these records. A number of a record that was merged into hers leads to her."
* insert In(sourceIdentifier, 1, 1, [[The number that is known, as system|value.]])
* insert Type(string)
* insert In(targetSystem, 0, *, [[Systems of the numbers that are wanted; all without it.]])
* insert Type(uri)
* insert Out(targetIdentifier, 0, *, [[A number of hers.]])
* insert Type(Identifier)
* insert Out(targetId, 0, *, [[A record of hers.]])
* insert Type(Reference)
