Instance: anc-import-anc-bundle
InstanceOf: OperationDefinition
Usage: #definition
Title: "Take what another system knows of a mother"
Description: "Takes a transaction Bundle of the DHIS2 sync agent about one mother: puts right what can be put right, says so entry by entry, and stores no answer that was not given. All of it or nothing; the same Bundle twice changes nothing. A registered importer may post the same Bundle to the FHIR base."
* insert PatientOperation(anc-import-anc-bundle, ImportAncBundle, import-anc-bundle, true)
* type = true
* instance = false
* title = "Take what another system knows of a mother"
* description = "Takes a transaction Bundle of the DHIS2 sync agent about one mother: puts right what can be put right, says so entry by entry, and stores no answer that was not given. All of it or nothing; the same Bundle twice changes nothing. A registered importer may post the same Bundle to the FHIR base."
* insert In(bundle, 1, 1, [[The Bundle as the agent makes it, best as the body itself: within Parameters it is read strictly, and the agent's own oddities are refused.]])
* insert Type(Bundle)
* insert Out(return, 1, 1, [[A transaction-response with one entry for each that was sent: what became of it, and an OperationOutcome with codes of anc-import-finding.]])
* insert Type(Bundle)
