Instance: esignet-subject
InstanceOf: NamingSystem
Usage: #definition
Title: "eSignet's name for a person"
Description: "The pairwise subject by which an identity provider knows a person to this registry; in no resource."
* name = "EsignetSubject"
* status = #draft
* kind = #identifier
* date = "2026-11-28"
* publisher = "ANC Registry"
* description = "The claim sub of eSignet's tokens, which is another one for every relying party. It is what a person signs in by, so it stands in the table that links people to their sign-in and in no resource, no answer and no log. A resource that a client sends with it is refused."
* uniqueId.type = #uri
* uniqueId.value = "urn:esignet:sub"
* uniqueId.preferred = true
* uniqueId.comment = "The DHIS2 demonstration puts it on the Patient."
