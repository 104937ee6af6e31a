Invariant: anc-no-subject
Description: "The name by which an identity provider knows a person is never stored in a resource"
Severity: #error
Expression: "identifier.where(system = 'urn:esignet:sub').empty()"
