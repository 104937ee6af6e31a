Instance: nimali-consent
InstanceOf: AncRecordConsent
Usage: #example
Title: "Nimali's verified consent"
Description: "Given with her own fresh authentication at eSignet."
* status = #active
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category = $loinc#59284-0
* patient = Reference(nimali)
* dateTime = "2026-11-02T09:12:00+05:30"
* performer = Reference(nimali)
* organization = Reference(field-clinic)
* policyRule = $actcode#OPTIN
* verification.verified = true
* verification.verifiedWith = Reference(nimali)
* verification.verificationDate = "2026-11-02T09:12:00+05:30"
* provision.type = #permit
