Instance: doctor-reads-nimali
InstanceOf: AncAuditEvent
Usage: #example
Title: "A doctor reads Nimali's record"
Description: "The entry of the audit trail for one read, as Nimali sees it in her own trail."
* meta.profile[+] = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.PatientRead"
* type = http://terminology.hl7.org/CodeSystem/audit-event-type#rest "RESTful Operation"
* subtype = http://hl7.org/fhir/restful-interaction#read
* action = #R
* recorded = "2026-11-09T08:12:30.125+05:30"
* outcome = #0
* agent[0].type = http://dicom.nema.org/resources/ontology/DCM#110152 "Destination Role ID"
* agent[0].requestor = false
* agent[0].who.display = "anc-doctor"
* agent[0].network.address = "192.0.2.17"
* agent[0].network.type = #2
* agent[1].type = http://dicom.nema.org/resources/ontology/DCM#110153 "Source Role ID"
* agent[1].requestor = false
* agent[1].who.display = "https://registry.example.org/fhir"
* agent[1].network.address = "https://registry.example.org/fhir"
* agent[1].network.type = #5
* agent[2].type = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#IRCP "information recipient"
* agent[2].requestor = true
* agent[2].who = Reference(doctor-nizam)
* agent[2].role = AncRole#doctor
* agent[2].purposeOfUse = $actreason#TREAT
* source.observer.display = "https://registry.example.org/fhir"
* entity[0].what.identifier.value = "7f0c2a51-9d1e-4d6c-8a52-0c8f1f6d2b10"
* entity[0].type = https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType#XrequestId
* entity[1].what = Reference(nimali)
* entity[1].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#1 "Person"
* entity[1].role = http://terminology.hl7.org/CodeSystem/object-role#1 "Patient"
* entity[2].what = Reference(nimali-contact-1)
* entity[2].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#2 "System Object"
* entity[2].role = http://terminology.hl7.org/CodeSystem/object-role#4 "Domain Resource"
