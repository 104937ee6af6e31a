Instance: national-id
InstanceOf: NamingSystem
Usage: #definition
Title: "National identity card number"
Description: "Taken on input and hashed at once; never in a resource that is stored or answered."
* name = "NationalIdentityCardNumber"
* status = #draft
* kind = #identifier
* date = "2026-11-28"
* publisher = "ANC Registry"
* responsible = "Department for Registration of Persons, Sri Lanka"
* description = "The number of Sri Lanka's national identity card. It is never required. Where a woman gives it, $register-anc and $match-phn take it among the identifiers of the person, hash it at once and forget it: no resource holds it, because its digits tell her birth date and sex."
* jurisdiction = urn:iso:std:iso:3166#LK
* uniqueId[0].type = #uri
* uniqueId[0].value = "https://fhir.health.gov.lk/id/nic"
* uniqueId[0].preferred = true
* uniqueId[0].comment = "Understood on input only."
* uniqueId[1].type = #uri
* uniqueId[1].value = "http://fhir.health.gov.lk/ips/identifier/nic"
* uniqueId[1].preferred = false
* uniqueId[1].comment = "In the national electronic health record's guide and in the DHIS2 demonstration; understood on input only."
