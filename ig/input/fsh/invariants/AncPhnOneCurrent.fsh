Invariant: anc-phn-one-current
Description: "A person has one PHN; those of records that were merged into hers are old"
Severity: #error
Expression: "identifier.where(system = 'https://fhir.health.gov.lk/id/phn' and use != 'old').count() <= 1"
