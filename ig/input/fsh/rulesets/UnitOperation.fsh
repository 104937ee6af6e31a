RuleSet: UnitOperation(id, name, code, affects)
* url = "https://ancregistry.org/fhir/OperationDefinition/{id}"
* version = "0.1.0"
* name = "{name}"
* status = #draft
* kind = #operation
* experimental = false
* date = "2026-11-23"
* publisher = "ANC Registry"
* jurisdiction = urn:iso:std:iso:3166#LK
* affectsState = {affects}
* code = #{code}
* resource = #Organization
* system = false
