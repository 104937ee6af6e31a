Instance: personal-health-number
InstanceOf: NamingSystem
Usage: #definition
Title: "Personal Health Number"
Description: "The number by which Sri Lanka's health service knows a person for life."
* name = "PersonalHealthNumber"
* status = #draft
* kind = #identifier
* date = "2026-11-23"
* publisher = "ANC Registry"
* responsible = "Ministry of Health, Sri Lanka"
* description = "The number by which Sri Lanka's health service knows a person for life. Two formats and two check characters are in use; the registry issues one of them and accepts both. The two other addresses are found in existing systems: they are understood on input and answered with the preferred one."
* jurisdiction = urn:iso:std:iso:3166#LK
* uniqueId[0].type = #uri
* uniqueId[0].value = "https://fhir.health.gov.lk/id/phn"
* uniqueId[0].preferred = true
* uniqueId[1].type = #uri
* uniqueId[1].value = "http://fhir.health.gov.lk/ips/identifier/phn"
* uniqueId[1].preferred = false
* uniqueId[1].comment = "In the national electronic health record's guide and in the DHIS2 demonstration."
* uniqueId[2].type = #uri
* uniqueId[2].value = "urn:lk:phn"
* uniqueId[2].preferred = false
* uniqueId[2].comment = "In a hospital information system."
