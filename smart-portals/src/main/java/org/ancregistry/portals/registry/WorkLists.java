package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.portals.registry.WorkList.Row;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Whom to see next, as the registry lists them. */
public final class WorkLists {

    /** The tabs in the order in which they are shown; the first one is where the day begins. */
    public static final List<String> TABS = List.of("needs-action", "overdue", "this-week", "all", "delivered");

    private final Registry registry;

    WorkLists(Registry registry) {
        this.registry = registry;
    }

    /** A page of the list under {@code tab}. */
    public WorkList list(HttpServletRequest request, String tab, int page) {
        return list(request, new Asked(tab, page, "", "", ""));
    }

    /** A page of the list of those who are looked for. */
    public WorkList list(HttpServletRequest request, Asked wanted) {
        var asked = new Parameters();
        asked.addParameter("tab", new CodeType(wanted.tab()));
        asked.addParameter("page", new IntegerType(wanted.page()));
        if (!wanted.words().isEmpty()) {
            asked.addParameter("find", wanted.words());
        }
        if (!wanted.risk().isEmpty()) {
            asked.addParameter("risk", new CodeType("risk-grade-" + wanted.risk()));
        }
        if (!wanted.village().isEmpty()) {
            asked.addParameter("village", wanted.village());
        }
        return read(registry.ask(
                request,
                client -> client.operation()
                        .onType(Patient.class)
                        .named("$anc-work-list")
                        .withParameters(asked)
                        .execute()));
    }

    /**
     * Which part of the list is wanted.
     *
     * @param words her number, beginnings of her name or village, or the end of her phone number; empty for all
     * @param risk {@code moderate}, {@code high} or {@code urgent}: those of this grade and of graver ones; empty for all
     * @param village in which they live; empty for every village
     */
    public record Asked(String tab, int page, String words, String risk, String village) {

        /** Says nothing of her. */
        @Override
        public String toString() {
            return "Asked[" + tab + "]";
        }
    }

    private static WorkList read(Parameters answer) {
        var counts = new LinkedHashMap<String, Integer>();
        TABS.forEach(tab -> {
            if (answer.getParameter(tab) != null && answer.getParameter(tab).getValue() instanceof IntegerType count) {
                counts.put(tab, count.getValue());
            }
        });
        var more = answer.getParameter("more");
        return new WorkList(
                counts,
                answer.getParameter().stream()
                        .filter(parameter -> parameter.getName().equals("mother"))
                        .flatMap(WorkLists::row)
                        .toList(),
                more != null && more.getValue() instanceof BooleanType told && told.booleanValue(),
                answer.getParameter().stream()
                        .filter(parameter -> parameter.getName().equals("village"))
                        .map(parameter -> parameter.getValue().primitiveValue())
                        .toList());
    }

    private static Stream<Row> row(ParametersParameterComponent row) {
        var due = value(row, "due").filter(Period.class::isInstance).map(Period.class::cast);
        return row.getPart().stream()
                .filter(part -> part.getResource() instanceof Patient)
                .map(part -> new Row(
                        Mothers.mother((Patient) part.getResource()),
                        value(row, "edd").map(WorkLists::day).orElse(null),
                        value(row, "last-contact").map(WorkLists::day).orElse(null),
                        due.map(window -> day(window.getStartElement())).orElse(null),
                        due.map(window -> day(window.getEndElement())).orElse(null),
                        value(row, "ended").map(WorkLists::day).orElse(null),
                        value(row, "risk-grade")
                                .map(grade -> grade.primitiveValue().replace("risk-grade-", ""))
                                .orElse("not-assessed"),
                        value(row, "alert")
                                .map(alert -> "true".equals(alert.primitiveValue()))
                                .orElse(false)));
    }

    private static Optional<Type> value(ParametersParameterComponent row, String part) {
        return row.getPart().stream()
                .filter(candidate -> candidate.getName().equals(part))
                .map(ParametersParameterComponent::getValue)
                .findFirst();
    }

    private static @Nullable LocalDate day(Type value) {
        return value instanceof PrimitiveType<?> date && date.hasValue()
                ? LocalDate.parse(date.getValueAsString().substring(0, "2000-01-01".length()))
                : null;
    }
}
