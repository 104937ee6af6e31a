CodeSystem: AncIdentityAssurance
Id: anc-identity-assurance
Title: "How far a detail of identity can be relied on"
Description: "Where a demographic detail comes from. What an identity provider vouched for and what a person said are told apart for ever."
* insert OwnCodes
* #esignet-otp "Verified by eSignet with a one-time password" "Signed userinfo after the person herself entered a one-time password."
* #esignet-other "Verified by eSignet in another way" "Signed userinfo after another way of authentication, such as a PIN or biometrics."
* #document-seen "Document seen" "Copied from a paper that was shown to a member of staff."
* #declared "Declared" "Said by the person or by somebody who came with her."
* #unknown "Unknown" "Taken over from a source that does not say."
