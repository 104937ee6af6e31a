Invariant: anc-answered
Description: "What was asked has an answer: a value or the reason why there is none"
Severity: #error
Expression: "value.exists() or dataAbsentReason.exists() or status = 'entered-in-error'"
