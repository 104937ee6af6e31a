package org.ancregistry.operations.recordoutcome;

import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.recordoutcome.OutcomeWriting.Written;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/** What a recorded outcome answers. */
final class OutcomeAnswer {

    private static final String REPEATED = "repeated";

    private OutcomeAnswer() {}

    static Parameters of(Written written, EpisodeOfCare pregnancy) {
        var answer = new Parameters();
        answer.addParameter().setName("pregnancy").setValue(new Reference(Canon.referenceTo(pregnancy)));
        answer.addParameter()
                .setName("status")
                .setValue(new CodeType(pregnancy.getStatus().toCode()));
        answer.addParameter().setName("contact").setValue(new Reference(written.contact()));
        answer.addParameter()
                .setName("version")
                .setValue(new StringType(pregnancy.getMeta().getVersionId()));
        var answers = written.answers();
        if (answers != null) {
            answers.pregnancy().askAbout(answer);
            answers.children().forEach(child -> child.askAbout(answer));
        }
        answer.addParameter().setName(REPEATED).setValue(new BooleanType(false));
        return answer;
    }
}
