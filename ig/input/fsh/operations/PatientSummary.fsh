Instance: anc-patient-summary
InstanceOf: OperationDefinition
Usage: #definition
Title: "Patient summary"
Description: "Her record as a document for a stranger's computer, laid out like the International Patient Summary: sections with their LOINC codes, words to read, and the resources behind them. It holds only what the caller may see. May be called with GET."
* insert PatientOperation(anc-patient-summary, AncPatientSummary, summary, false)
* type = false
* instance = true
* title = "Patient summary"
* description = "Her record as a document for a stranger's computer, laid out like the International Patient Summary: sections with their LOINC codes, words to read, and the resources behind them. It holds only what the caller may see. May be called with GET."
* insert Out(return, 1, 1, [[A Bundle of type document, with the Composition first.]])
* insert Type(Bundle)
