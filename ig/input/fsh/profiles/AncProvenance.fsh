Profile: AncProvenance
Parent: Provenance
Id: anc-provenance
Title: "Who wrote it, for whom, on what evidence"
Description: "One for each registration, each contact and each decision about who she is. The agent is the health worker, for the facility she works at; the entity is the identity evidence, named by a hash of its handle that cannot be used to get at it."
* extension contains
    AncPhnDecisionExtension named phnDecision 0..1 MS and
    AncIdentityDecisionExtension named identityDecision 0..1 MS
* target MS
* occurred[x] MS
* recorded MS
* activity MS
* reason MS
* agent MS
* agent.who MS
* agent.onBehalfOf MS
* agent.onBehalfOf only Reference(AncUnit)
* entity MS
* entity.what MS
* entity.what.identifier MS
