package org.ancregistry.operations.fhir;

import java.util.List;
import org.ancregistry.domain.phn.Phn;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a change of a record that is made at a desk: who made it, in whose name, and what is left to do.
 *
 * @param patient reference to the mother
 * @param when the moment of the change
 * @param by {@code Practitioner/…}, or {@code Patient/…} for the mother herself
 * @param facility {@code Organization/…} in whose name a health worker writes
 */
public record DeskPapers(
        String patient,
        DateTimeType when,
        String by,
        @Nullable String facility) {

    private static final String CLIENT = "https://ancregistry.org/fhir/id/client";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    /** Who wrote this and in whose name. */
    public Provenance provenance(List<? extends Resource> targets, String activity) {
        var provenance = Canon.begun(new Provenance(), "anc-provenance")
                .setRecordedElement(InstantType.withCurrentTime())
                .setActivity(concept("v3-DataOperation", activity));
        targets.forEach(target -> provenance.addTarget(new Reference(Canon.referenceTo(target))));
        var agent = provenance
                .addAgent()
                .setType(concept("provenance-participant-type", "author"))
                .setWho(new Reference(by));
        if (facility != null) {
            agent.setOnBehalfOf(new Reference(facility));
        }
        return provenance;
    }

    /** Says that a program did it and not a person. */
    public static Provenance byProgram(Provenance provenance, String client) {
        provenance
                .getAgentFirstRep()
                .setWho(new Reference()
                        .setIdentifier(new Identifier().setSystem(CLIENT).setValue(client)));
        return provenance;
    }

    /** On what evidence it was written; its handle cannot be had from this. */
    public static Provenance onEvidence(Provenance provenance, String evidenceHandle) {
        provenance
                .addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference().setIdentifier(EvidenceReference.of(evidenceHandle)));
        return provenance;
    }

    /** Work that is left to do about her record. */
    public Task task(String code, String description) {
        return Canon.begun(new Task(), "anc-task")
                .setStatus(TaskStatus.REQUESTED)
                .setIntent(TaskIntent.ORDER)
                .setPriority(TaskPriority.ROUTINE)
                .setCode(Canon.concept("anc-task", code))
                .setDescription(description)
                .setFocus(new Reference(patient))
                .setFor(new Reference(patient))
                .setAuthoredOnElement(when.copy())
                .setRequester(new Reference(by));
    }

    /** Has the registry look into the country's directory when that answers again. */
    public Task matchLater() {
        return task(Tasks.MATCH_LATER, "Look for her in the PHN directory, which did not answer.");
    }

    /** Asks a supervisor of her area whether the number under which the country's directory very likely knows her is hers. */
    public Task decideDirectorys(Patient mother, Phn phn) {
        return Tasks.ofDirectory(
                decideMatch(mother, phn, "The PHN directory very likely knows her under this number: decide."));
    }

    /** Asks a supervisor of her area whose a number is. */
    public Task decideMatch(Patient mother, Phn phn, String description) {
        var question = Tasks.withClaimedPhn(task(Tasks.DECIDE_MATCH, description), phn);
        question.addPerformerType(Canon.concept("anc-role", "supervisor"));
        if (mother.hasManagingOrganization()) {
            question.setOwner(mother.getManagingOrganization().copy());
        }
        return question;
    }

    private static CodeableConcept concept(String system, String code) {
        var concept = new CodeableConcept();
        concept.addCoding().setSystem(TERMINOLOGY + system).setCode(code);
        return concept;
    }
}
