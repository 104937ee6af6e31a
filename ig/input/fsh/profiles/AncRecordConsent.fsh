Profile: AncRecordConsent
Parent: Consent
Id: anc-record-consent
Title: "Consent to hold and share the record"
Description: "The mother's answer to whether her antenatal record may be held and shared with those who care for her. It is hers: the midwife stands in the Provenance only. It is verified only by the mother's own authentication; what she said is unverified and permits the care team only. The policy rule says with whom: OPTIN with those who care for her; OPTINR with them but for the people and places whose provisions deny it; OPTOUTE with nobody but the area that registers her pregnancy; OPTOUT with nobody but herself. An emergency opens it always, but never to somebody whom she keeps out by name. That eSignet may release her identity is another consent and not this one."
* obeys anc-verified-consent
* status MS
* scope MS
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category MS
* patient 1..1 MS
* patient only Reference(AncMother)
* dateTime 1..1 MS
* performer 1..* MS
* performer ^short = "Who agreed: the mother"
* organization MS
* policyRule MS
* verification MS
* verification.verifiedWith MS
* verification.verificationDate MS
* provision 1..1 MS
* provision.type 1..1 MS
