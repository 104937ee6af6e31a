Invariant: anc-danger-sign
Description: "A danger sign is an answer, as a code, to WHO's question ANC.B5.DE48"
Severity: #error
Expression: "code.coding.where(system = 'http://smart.who.int/anc' and code = 'ANC.B5.DE48').exists() implies value.ofType(CodeableConcept).coding.where(system = 'http://smart.who.int/anc').exists()"
