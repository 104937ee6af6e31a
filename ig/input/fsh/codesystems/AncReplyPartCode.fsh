CodeSystem: AncReplyPartCode
Id: anc-reply-part-code
Title: "Part of a reply to a referral"
Description: "What a note of a reply says."
* insert OwnCodes
* #found "Found" "What the clinic found."
* #done "Done" "What the clinic did."
* #please "Please" "What the midwife is asked to do."
