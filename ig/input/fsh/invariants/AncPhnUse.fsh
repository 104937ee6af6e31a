Invariant: anc-phn-use
Description: "A PHN is her official one, or an old one that a merge put out of use"
Severity: #error
Expression: "use = 'official' or use = 'old'"
