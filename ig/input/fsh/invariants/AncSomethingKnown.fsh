Invariant: anc-something-known
Description: "That nothing is known, or that there is none, is an Observation and never a fact of this kind, which readers take for one"
Severity: #error
Expression: "coding.where(system = 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips' or (system = 'http://snomed.info/sct' and code = '716186003')).empty()"
