package org.ancregistry.operations.askclinic;

import org.ancregistry.operations.fhir.Canon;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/** What both operations answer: the Task and how it stands. */
final class AskedAnswer {

    private AskedAnswer() {}

    static Parameters of(Task task) {
        var answer = new Parameters();
        answer.addParameter().setName("task").setValue(new Reference(Canon.referenceTo(task)));
        answer.addParameter()
                .setName("status")
                .setValue(new CodeType(task.getStatus().toCode()));
        answer.addParameter().setName("repeated").setValue(new BooleanType(false));
        return answer;
    }
}
