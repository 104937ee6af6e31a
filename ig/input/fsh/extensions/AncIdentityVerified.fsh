Extension: AncIdentityVerified
Id: anc-identity-verified
Title: "Identity verified"
Description: "Whether the person's identity was verified by an identity provider with her taking part. False is shown on every page."
Context: Patient
* value[x] only boolean
* value[x] 1..1
