Invariant: anc-phn-shape
Description: "A PHN is stored as 8 to 20 of 0-9 and A-Z, without spaces or hyphens; check characters are judged in code"
Severity: #error
Expression: "matches('^[0-9A-Z]{8,20}$')"
