Invariant: anc-finished-contact
Description: "A contact that took place says in which pregnancy, with what number and with whom"
Severity: #error
Expression: "(status = 'finished' and type.coding.where(system = 'https://ancregistry.org/fhir/CodeSystem/anc-contact-type' and code = 'clinic-check-in').empty()) implies (episodeOfCare.exists() and participant.individual.exists() and extension.where(url = 'https://ancregistry.org/fhir/StructureDefinition/anc-contact-number').exists())"
