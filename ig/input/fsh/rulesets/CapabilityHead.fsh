RuleSet: CapabilityHead(id, name)
* url = "https://ancregistry.org/fhir/CapabilityStatement/{id}"
* version = "0.1.0"
* name = "{name}"
* status = #draft
* experimental = false
* date = "2026-11-28"
* publisher = "ANC Registry"
* jurisdiction = urn:iso:std:iso:3166#LK
* kind = #requirements
* fhirVersion = #4.0.1
* format[0] = #json
* format[1] = #xml
* implementationGuide = "https://ancregistry.org/fhir/ImplementationGuide/org.ancregistry.anc"
* rest.security.service = http://terminology.hl7.org/CodeSystem/restful-security-service#SMART-on-FHIR
