Profile: AncReferral
Parent: ServiceRequest
Id: anc-referral
Title: "Referral of a mother"
Description: "To a specialist's clinic or a hospital. While it is active, that facility's team may see her record. It is completed with a reply, which is its note, and revoked when the pregnancy ends."
* extension contains
    AncReferralSeen named seen 0..1 MS and
    AncNextReview named nextReview 0..1 MS
* status MS
* intent MS
* intent = #order
* priority 1..1 MS
* priority from AncReferralPriority (required)
* subject MS
* subject only Reference(AncMother)
* encounter 1..1 MS
* encounter only Reference(AncContact)
* occurrence[x] MS
* authoredOn 1..1 MS
* requester 1..1 MS
* requester only Reference(Practitioner or PractitionerRole)
* performer 1..1 MS
* performer only Reference(AncUnit)
* performerType MS
* reasonCode 1..* MS
* orderDetail MS
* orderDetail ^short = "How she gets there, where that was asked"
* orderDetail from AncReferralTransport (preferred)
* note MS
