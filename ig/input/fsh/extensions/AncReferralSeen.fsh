Extension: AncReferralSeen
Id: anc-referral-seen
Title: "Seen by the clinic"
Description: "When the clinic that she was referred to said that it had seen her."
Context: ServiceRequest
* value[x] only dateTime
* value[x] 1..1
