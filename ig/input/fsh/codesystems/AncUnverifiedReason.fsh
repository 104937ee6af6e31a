CodeSystem: AncUnverifiedReason
Id: anc-unverified-reason
Title: "Why an identity was not verified"
Description: "The reason that is recorded when a mother is registered without identity evidence."
* insert OwnCodes
* #no-id "She has no national ID"
* #no-phone "She has no phone for the one-time password"
* #refused "She did not want to"
* #provider-down "The identity provider could not be reached"
* #other "Another reason"
