Invariant: anc-verified-consent
Description: "A consent is marked verified only with the mother's own authentication: by whom and when"
Severity: #error
Expression: "verification.where(verified = true).all(verifiedWith.exists() and verificationDate.exists())"
