Invariant: anc-phn-one-system
Description: "A PHN stands under its one system, not under an alias"
Severity: #error
Expression: "identifier.where(system = 'http://fhir.health.gov.lk/ips/identifier/phn' or system = 'urn:lk:phn').empty()"
