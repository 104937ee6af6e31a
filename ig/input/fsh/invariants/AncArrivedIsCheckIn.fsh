Invariant: anc-arrived-is-check-in
Description: "A mother who arrived and was not yet seen is checked in"
Severity: #error
Expression: "status = 'arrived' implies type.coding.where(system = 'https://ancregistry.org/fhir/CodeSystem/anc-contact-type' and code = 'clinic-check-in').exists()"
