package org.ancregistry.operations.recordvisit;

import org.ancregistry.operations.fhir.AssessmentParts;
import org.ancregistry.operations.recordvisit.Visits.Visit;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** What a recorded visit answers. */
final class VisitAnswer {

    private static final String REPEATED = "repeated";

    private VisitAnswer() {}

    static Parameters of(Visit visit) {
        var answer = new Parameters();
        var assessed = visit.assessed();
        if (assessed != null) {
            AssessmentParts.add(answer, assessed.assessment(), assessed.resource());
        }
        reference(answer, "contact", visit.contact());
        answer.addParameter().setName("version").setValue(new StringType(visit.version()));
        reference(answer, "appointment", visit.appointment());
        reference(answer, "referral", visit.referral());
        var given = visit.given();
        if (given != null) {
            given.askAbout(answer);
        }
        answer.addParameter().setName(REPEATED).setValue(new BooleanType(false));
        return answer;
    }

    private static void reference(Parameters answer, String name, @Nullable String reference) {
        if (reference != null) {
            answer.addParameter().setName(name).setValue(new Reference(reference));
        }
    }
}
