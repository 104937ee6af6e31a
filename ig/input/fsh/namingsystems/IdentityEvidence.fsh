Instance: identity-evidence
InstanceOf: NamingSystem
Usage: #definition
Title: "Identity evidence"
Description: "Names a piece of identity evidence in the record without giving away its handle."
* name = "IdentityEvidence"
* status = #draft
* kind = #identifier
* date = "2026-11-23"
* publisher = "ANC Registry"
* description = "Names a piece of identity evidence in the record: a hash of its handle, with which nobody can get at the evidence."
* uniqueId.type = #uri
* uniqueId.value = "https://ancregistry.org/fhir/id/identity-evidence"
* uniqueId.preferred = true
