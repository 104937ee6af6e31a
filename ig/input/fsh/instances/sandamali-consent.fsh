Instance: sandamali-consent
InstanceOf: AncRecordConsent
Usage: #example
Title: "Sandamali's spoken consent"
Description: "Not verified: it permits the care team only and is put to her at her own first sign-in."
* status = #active
* scope = http://terminology.hl7.org/CodeSystem/consentscope#patient-privacy
* category = $loinc#59284-0
* patient = Reference(sandamali)
* dateTime = "2026-11-02T10:20:00+05:30"
* performer = Reference(sandamali)
* organization = Reference(field-clinic)
* policyRule = $actcode#OPTIN
* verification.verified = false
* provision.type = #permit
