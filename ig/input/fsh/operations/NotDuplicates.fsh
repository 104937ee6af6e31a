Instance: anc-not-duplicates
InstanceOf: OperationDefinition
Usage: #definition
Title: "Decide that two records are of two women"
Description: "For a supervisor in whose care both are. The pair is not listed again; what stood on both sides is kept with the reason. Two records of one woman are merged with $merge."
* insert PatientOperation(anc-not-duplicates, NotDuplicates, not-duplicates, true)
* type = true
* instance = false
* title = "Decide that two records are of two women"
* description = "For a supervisor in whose care both are. The pair is not listed again; what stood on both sides is kept with the reason. Two records of one woman are merged with $merge."
* insert In(patient, 1, 1, [[One record.]])
* insert To(anc-mother)
* insert In(other, 1, 1, [[The other.]])
* insert To(anc-mother)
* insert RequestId
* insert In(reason, 1, 1, [[Why, in the words of the person who decides.]])
* insert Type(string)
* insert Out(patient, 1, 1, [[One record.]])
* insert To(anc-mother)
* insert Out(other, 1, 1, [[The other.]])
* insert To(anc-mother)
* insert Out(repeated, 1, 1, [[True when this request was done before and this is its answer again.]])
* insert Type(boolean)
