Instance: anc-summary
InstanceOf: OperationDefinition
Usage: #definition
Title: "Everything about a mother's pregnancy"
Description: "What a doctor's or the mother's own page needs, in one call: a collection with the Patient first, then the pregnancy, contacts with the newest first, findings, conditions, medicines, allergies, appointments, referrals, the contact schedule, consents, and the people and places that they name. It holds only what the caller may see. May be called with GET."
* insert PatientOperation(anc-summary, AncSummary, anc-summary, false)
* type = false
* instance = true
* title = "Everything about a mother's pregnancy"
* description = "What a doctor's or the mother's own page needs, in one call: a collection with the Patient first, then the pregnancy, contacts with the newest first, findings, conditions, medicines, allergies, appointments, referrals, the contact schedule, consents, and the people and places that they name. It holds only what the caller may see. May be called with GET."
* insert Out(return, 1, 1, [[A Bundle of type collection.]])
* insert Type(Bundle)
