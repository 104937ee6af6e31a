Invariant: anc-appointment-of-mother
Description: "An appointment is one mother's"
Severity: #error
Expression: "participant.actor.reference.where(matches('(^|/)Patient/')).count() = 1"
