ValueSet: AncReplyParts
Id: anc-reply-parts
Title: "Parts of a reply to a referral"
Description: "All parts."
* ^experimental = false
* include codes from system AncReplyPartCode
