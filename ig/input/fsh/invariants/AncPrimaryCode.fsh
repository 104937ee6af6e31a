Invariant: anc-primary-code
Description: "The first coding is WHO's ANC code or, where WHO has none, a field of the data dictionary"
Severity: #error
Expression: "code.coding.first().where(system = 'http://smart.who.int/anc' or system = 'https://ancregistry.org/fhir/CodeSystem/anc-dictionary').exists()"
