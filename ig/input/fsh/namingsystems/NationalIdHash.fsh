Instance: national-id-hash
InstanceOf: NamingSystem
Usage: #definition
Title: "Keyed hash of a national ID number"
Description: "What is kept of a national ID number, for matching; in a table of the registry and in no resource."
* name = "NationalIdHash"
* status = #draft
* kind = #identifier
* date = "2026-11-28"
* publisher = "ANC Registry"
* description = "Three HMAC-SHA256 values under a key of the installation: of the number in its twelve-digit form, of the part that holds birth date and sex, and of the serial part. Old and new form of one number give the same values. They stand in a table of the registry and in no resource, no answer and no log. The address is given here so that nobody gives them another one."
* uniqueId.type = #uri
* uniqueId.value = "https://ancregistry.org/fhir/id/national-id-hash"
* uniqueId.preferred = true
