Instance: point-of-issue
InstanceOf: NamingSystem
Usage: #definition
Title: "Point of issue"
Description: "The four characters with which a place's Personal Health Numbers begin."
* name = "PointOfIssue"
* status = #draft
* kind = #identifier
* date = "2026-11-23"
* publisher = "ANC Registry"
* description = "The four characters with which a place's Personal Health Numbers begin. Given by the Ministry's health information unit; those of the demonstration data are fictitious."
* jurisdiction = urn:iso:std:iso:3166#LK
* uniqueId.type = #uri
* uniqueId.value = "https://ancregistry.org/fhir/id/point-of-issue"
* uniqueId.preferred = true
