package org.ancregistry.operations.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ancregistry.operations.worklist.WorkList.Due;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** The list as FHIR parameters: how many stand under each tab, and one {@code mother} for each row. */
final class WorkListAnswer {

    private WorkListAnswer() {}

    static Parameters of(Map<Tab, Integer> counts, List<Due> shown, Map<String, Patient> patients, boolean more) {
        var answer = new Parameters();
        for (var tab : Tab.values()) {
            answer.addParameter(tab.code(), new IntegerType(counts.getOrDefault(tab, 0)));
        }
        answer.addParameter("more", new BooleanType(more));
        shown.stream()
                .filter(due -> patients.containsKey(due.patient()))
                .forEach(due -> row(answer.addParameter().setName("mother"), due, patients.get(due.patient())));
        return answer;
    }

    private static void row(ParametersParameterComponent row, Due due, @Nullable Patient patient) {
        row.addPart().setName("patient").setResource(patient);
        row.addPart().setName("pregnancy").setValue(new Reference(due.pregnancy()));
        row.addPart().setName("risk-grade").setValue(new CodeType(due.risk().code()));
        row.addPart().setName("alert").setValue(new BooleanType(due.alert()));
        date(row, "edd", due.edd());
        date(row, "last-contact", due.lastContact());
        date(row, "ended", due.ended());
        if (due.opens() != null && due.closes() != null) {
            row.addPart()
                    .setName("due")
                    .setValue(new Period()
                            .setStartElement(new DateTimeType(due.opens().toString()))
                            .setEndElement(new DateTimeType(due.closes().toString())));
        }
    }

    private static void date(ParametersParameterComponent row, String name, @Nullable LocalDate date) {
        if (date != null) {
            row.addPart().setName(name).setValue(new DateType(date.toString()));
        }
    }
}
