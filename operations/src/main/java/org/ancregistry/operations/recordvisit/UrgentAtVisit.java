package org.ancregistry.operations.recordvisit;

import org.ancregistry.operations.Assessing.Assessed;
import org.ancregistry.operations.UrgentIssues;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.ContactContext;
import org.hl7.fhir.r4.model.Encounter;
import org.jspecify.annotations.Nullable;

/** What a contact finds urgent, and which earlier urgent finding it answers. */
final class UrgentAtVisit {

    private UrgentAtVisit() {}

    /**
     * What is added to an earlier contact is judged with that contact, not by itself, and is no seeing again; nor is a call.
     */
    static void decide(
            UrgentIssues urgent,
            RecordVisit asked,
            ContactContext context,
            Assessed assessed,
            @Nullable Encounter judged,
            boolean byPhone) {
        if (judged == null && !byPhone && !asked.sendsHerUrgently()) {
            urgent.seenAgain(context, assessed.assessment());
        }
        if (byPhone) {
            urgent.heard(assessed.stored().issues());
        } else if (judged == null) {
            urgent.found(assessed.stored().issues());
        } else {
            urgent.foundWith(Canon.referenceTo(judged), assessed.stored().issues());
        }
        if (asked.sendsHerUrgently()) {
            urgent.referred(context);
        }
    }
}
