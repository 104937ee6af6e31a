Invariant: anc-no-national-id
Description: "The number of a national identity card is never stored in a resource"
Severity: #error
Expression: "identifier.where(system.endsWith('/nic') or value.matches('^[0-9]{9}[VXvx]$')).empty()"
