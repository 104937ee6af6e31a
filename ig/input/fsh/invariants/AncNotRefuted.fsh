Invariant: anc-not-refuted
Description: "What was asked and denied is an Observation with the answer no, never a refuted Condition, which readers overlook"
Severity: #error
Expression: "verificationStatus.coding.where(code = 'refuted').empty()"
