package org.ancregistry.operations.registeranc;

import java.util.List;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.pregnancy.PlannedContact;
import org.ancregistry.operations.Assessing.Assessed;
import org.ancregistry.operations.fhir.AssessmentParts;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Papers;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.registeranc.Mothers.Mother;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** What a registration answers. */
final class RegistrationAnswer {

    private static final String REPEATED = "repeated";

    private final Parameters answer = new Parameters();

    static Parameters of(
            Mother mother,
            FirstRecord record,
            boolean verified,
            @Nullable Dating dating,
            List<PlannedContact> plan,
            Assessed assessed) {
        var answer = new RegistrationAnswer();
        AssessmentParts.add(answer.answer, assessed.assessment(), assessed.resource());
        answer.add("patient", reference(mother.patient()));
        if (mother.phn() != null) {
            answer.add("phn", Phns.identifier(mother.phn()));
        }
        answer.add("phn-issued", new BooleanType(mother.issued()));
        answer.add("pregnancy", reference(record.pregnancy()));
        answer.add("version", new StringType(record.pregnancy().getMeta().getVersionId()));
        answer.add("contact", reference(record.contact()));
        if (dating != null) {
            answer.add("edd", new DateType(dating.edd().toString()));
        }
        plan.forEach(contact -> answer.add("planned-contact", Papers.window(contact)));
        record.task().ifPresent(task -> answer.add("task", reference(task)));
        answer.add("verified", new BooleanType(verified));
        answer.add(REPEATED, new BooleanType(false));
        return answer.answer;
    }

    private void add(String name, Type value) {
        answer.addParameter().setName(name).setValue(value);
    }

    private static Reference reference(Resource resource) {
        return new Reference(Canon.referenceTo(resource));
    }
}
