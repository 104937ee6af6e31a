Profile: AncDetectedIssue
Parent: DetectedIssue
Id: anc-detected-issue
Title: "What cannot wait"
Description: "An urgent rule that is met at a contact, with the findings behind it. It is open as long as it has no mitigation: until she is sent to hospital, or is seen again and judged anew."
* extension contains AncRuleVersion named version 1..1 MS
* status MS
* code 1..1 MS
* code from AncRuleCodes (required)
* severity 1..1 MS
* patient 1..1 MS
* patient only Reference(AncMother)
* identified[x] 1..1 MS
* identified[x] only dateTime
* author 1..1 MS
* author only Reference(Practitioner or PractitionerRole)
* implicated 1..* MS
* implicated only Reference(AncContact)
* implicated ^short = "The contact that found it"
* evidence MS
* mitigation MS
* mitigation.extension contains AncAnsweredAt named answeredAt 0..1 MS
* mitigation.action from AncMitigationCodes (required)
* mitigation.date 1..1 MS
* mitigation.author 1..1 MS
