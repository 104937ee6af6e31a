Invariant: anc-mother-first
Description: "The first entry is the mother"
Severity: #error
Expression: "entry.first().resource is Patient"
