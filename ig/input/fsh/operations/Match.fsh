Instance: anc-match
InstanceOf: OperationDefinition
Usage: #definition
Title: "Find a person's record"
Description: "FHIR's Patient-match, as IHE PDQm (ITI-119) asks it: a searchset of records that may be hers, the likeliest first, each with its score and FHIR's match grade. Records that are certainly another's are left out. Every question is counted and every record in an answer is audited."
* insert PatientOperation(anc-match, Match, match, false)
* base = "http://hl7.org/fhir/OperationDefinition/Patient-match"
* type = true
* instance = false
* title = "Find a person's record"
* description = "FHIR's Patient-match, as IHE PDQm (ITI-119) asks it: a searchset of records that may be hers, the likeliest first, each with its score and FHIR's match grade. Records that are certainly another's are left out. Every question is counted and every record in an answer is audited."
* insert In(resource, 1, 1, [[What is known of her. A national ID number among the identifiers is hashed at once and kept nowhere.]])
* insert Type(Patient)
* insert In(onlyCertainMatches, 0, 1, [[Whether an answer is wanted only when there is no doubt: one certain record or none.]])
* insert Type(boolean)
* insert In(count, 0, 1, [[The most records that are wanted, from 1 to 50; 10 without it.]])
* insert Type(integer)
* insert Out(return, 1, 1, [[A Bundle of type searchset.]])
* insert Type(Bundle)
