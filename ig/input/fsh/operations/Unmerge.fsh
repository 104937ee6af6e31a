Instance: anc-unmerge
InstanceOf: OperationDefinition
Usage: #definition
Title: "Take a merge back"
Description: "For a supervisor in whose care the surviving record is. What was moved is put back as it was, number and sign-in too; what was changed since keeps its change and is named; what was begun since in the surviving record stays there and is named, for a person to look through."
* insert PatientOperation(anc-unmerge, Unmerge, unmerge, true)
* type = true
* instance = false
* title = "Take a merge back"
* description = "For a supervisor in whose care the surviving record is. What was moved is put back as it was, number and sign-in too; what was changed since keeps its change and is named; what was begun since in the surviving record stays there and is named, for a person to look through."
* insert In(source-patient, 1, 1, [[The record that was given up.]])
* insert To(anc-mother)
* insert RequestId
* insert In(reason, 1, 1, [[Why, in the words of the person who decides.]])
* insert Type(string)
* insert Out(outcome, 1, 1, [[What was done, in words.]])
* insert Type(OperationOutcome)
* insert Out(result, 1, 1, [[The source as it is again.]])
* insert Type(Patient)
* insert Out(changed-since, 0, *, [[What was changed since the merge: it is in the source again, with its change.]])
* insert Type(Reference)
* insert Out(left, 0, *, [[What was begun in the target since the merge, and stays there.]])
* insert Type(Reference)
* insert Out(repeated, 0, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
