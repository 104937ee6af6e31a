ValueSet: AncReferralAnswers
Id: anc-referral-answers
Title: "Answers to a referral"
Description: "All answers."
* ^experimental = false
* include codes from system AncReferralAnswer
