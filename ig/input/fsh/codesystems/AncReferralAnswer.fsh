CodeSystem: AncReferralAnswer
Id: anc-referral-answer
Title: "Answer to a referral"
Description: "What the clinic that a mother was sent to says."
* insert OwnCodes
* #seen "Seen" "She came and was seen."
* #reply "Reply" "What her midwife should know; it closes the referral."
