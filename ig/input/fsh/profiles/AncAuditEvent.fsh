Profile: AncAuditEvent
Parent: AuditEvent
Id: anc-audit-event
Title: "Entry of the audit trail"
Description: "Who asked what of whose record, when, why, and whether it was given: one for each read, write and refusal, and for each woman. By reference only: no name, no number and no words of a record stand in it. It also keeps to IHE's Basic Audit Log Patterns, whose profile stands beside this one."
* type = http://terminology.hl7.org/CodeSystem/audit-event-type#rest
* subtype MS
* subtype ^short = "The interaction and, after it, the operation that was called"
* action 1..1 MS
* recorded MS
* outcome 1..1 MS
* outcomeDesc MS
* outcomeDesc ^short = "Of a refusal: its code"
* agent MS
* agent.who MS
* agent.name 0..0
* agent.altId 0..0
* agent.role MS
* agent.purposeOfUse MS
* agent.purposeOfUse ^short = "TREAT, or BTG for an emergency"
* source MS
* source.observer.display 1..1
* entity MS
* entity.what 0..1 MS
* entity.what.display 0..0
* entity.name 0..0
* entity.description 0..0
* entity.query ^short = "What was searched for; what may name somebody is blanked"
