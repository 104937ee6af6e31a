package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** How pregnancies ended, and what of that was wrong. */
public final class Outcomes {

    private final Registry registry;

    Outcomes(Registry registry) {
        this.registry = registry;
    }

    /** Closes her pregnancy. */
    public void end(HttpServletRequest request, String id, OutcomeReport report) {
        var asked = new Parameters();
        asked.addParameter("request-id", report.requestId());
        asked.addParameter("based-on", report.basedOn());
        asked.addParameter("outcome", new CodeType(report.kind().code()));
        asked.addParameter("date", new DateType(report.on().toString()));
        RegistrationParameters.answers(asked, report.answers(), Set.of());
        report.children().forEach(child -> add(asked.addParameter().setName("child"), child));
        if (report.note() != null) {
            asked.addParameter("note", report.note());
        }
        ask(request, id, asked);
    }

    private static void add(ParametersParameterComponent part, OutcomeReport.Child child) {
        var newborn = child.newborn();
        code(part, "outcome", newborn.outcome());
        code(part, "sex", newborn.sex());
        if (newborn.kilograms() != null) {
            part.addPart()
                    .setName("birth-weight")
                    .setValue(new Quantity()
                            .setValue(newborn.kilograms().movePointRight(3))
                            .setUnit("g")
                            .setSystem("http://unitsofmeasure.org")
                            .setCode("g"));
        }
        code(part, "condition", newborn.condition());
        if (child.confirmed()) {
            part.addPart().setName("confirmed").setValue(new BooleanType(true));
        }
    }

    private static void code(ParametersParameterComponent part, String name, @Nullable String code) {
        if (code != null) {
            part.addPart().setName(name).setValue(new CodeType(code));
        }
    }

    /**
     * Takes an ending back.
     *
     * @throws RegistryRefusal {@code newer-pregnancy} when she has been registered again since
     */
    public void takeBack(HttpServletRequest request, String id, Wrong wrong) {
        var asked = new Parameters();
        asked.addParameter("request-id", wrong.requestId());
        asked.addParameter("based-on", wrong.basedOn());
        asked.addParameter().setName("corrects").setValue(new Reference(wrong.contact()));
        asked.addParameter("correction-reason", new StringType(wrong.reason()));
        ask(request, id, asked);
    }

    /**
     * That an ending was wrong.
     *
     * @param contact {@code Encounter/…} that wrote it down
     */
    public record Wrong(String requestId, String basedOn, String contact, String reason) {}

    private void ask(HttpServletRequest request, String id, Parameters asked) {
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", id))
                        .named("$record-outcome")
                        .withParameters(asked)
                        .execute());
    }
}
