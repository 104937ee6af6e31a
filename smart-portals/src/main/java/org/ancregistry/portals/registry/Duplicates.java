package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Records that may be of one woman, what a supervisor decides about them, and what she takes back. */
public final class Duplicates {

    private final Registry registry;

    Duplicates(Registry registry) {
        this.registry = registry;
    }

    /** A page of the list. */
    public record Page(List<Pair> pairs, boolean more) {

        public Page {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * Two records that may be of one woman.
     *
     * @param grade {@code certain}, {@code probable} or {@code possible}
     */
    public record Pair(Mother one, Mother other, String grade, LocalDate found) {}

    /**
     * Both records side by side, as they would be merged.
     *
     * @param oneVersion of the first record, on which a decision is based
     * @param onePhn the number on the first record
     * @param onePregnancy whether both have an open pregnancy, which becomes one
     */
    public record Sides(
            String oneVersion,
            String otherVersion,
            @Nullable String onePhn,
            boolean onePregnancy,
            Comparison.Candidate compared) {}

    /** What was changed or written after a merge, once it is taken back. */
    public record Parted(long changed, long left) {}

    /**
     * The pairs that nobody has decided about, the likeliest first.
     *
     * @param grade the least sure one that is wanted
     * @param area {@code Organization/…}; absent for all of the supervisor's
     */
    public Page list(HttpServletRequest request, String grade, @Nullable String area, int page) {
        var asked = new Parameters();
        asked.addParameter("grade", new CodeType(grade));
        asked.addParameter("page", new IntegerType(page));
        if (area != null) {
            asked.addParameter("area", new Reference(area));
        }
        var answer = ask(request, "$likely-duplicates", asked);
        return new Page(named(answer, "pair").map(Duplicates::pair).toList(), "true".equals(text(answer, "more")));
    }

    private static Pair pair(ParametersParameterComponent pair) {
        return new Pair(
                Mothers.mother((Patient) part(pair, "patient").getResource()),
                Mothers.mother((Patient) part(pair, "other").getResource()),
                part(pair, "grade").getValue().primitiveValue(),
                LocalDate.parse(part(pair, "found").getValue().primitiveValue().substring(0, 10)));
    }

    private static ParametersParameterComponent part(ParametersParameterComponent of, String name) {
        return of.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    public Sides look(HttpServletRequest request, String one, String other) {
        var asked = new Parameters();
        asked.addParameter("source-patient", new Reference("Patient/" + one));
        asked.addParameter("target-patient", new Reference("Patient/" + other));
        asked.addParameter("preview", new BooleanType(true));
        var answer = ask(request, "$merge", asked);
        return new Sides(
                text(answer, "source-version"),
                text(answer, "target-version"),
                named(answer, "source-phn")
                        .map(number -> ((Identifier) number.getValue()).getValue())
                        .findFirst()
                        .orElse(null),
                "true".equals(text(answer, "one-pregnancy")),
                RegistryAnswers.comparison(answer).candidates().get(0));
    }

    /**
     * Merges one record into another.
     *
     * @throws RegistryRefusal with {@code version-conflict} or {@code already-decided} when somebody else was first
     */
    public void merge(HttpServletRequest request, Merge merge) {
        var asked = new Parameters()
                .addParameter("source-version", merge.sourceVersion())
                .addParameter("target-version", merge.targetVersion())
                .addParameter("request-id", merge.requestId())
                .addParameter("reason", merge.reason());
        asked.addParameter("source-patient", new Reference("Patient/" + merge.source()));
        asked.addParameter("target-patient", new Reference("Patient/" + merge.target()));
        ask(request, "$merge", asked);
    }

    /** What is merged into what, on which versions, and why. */
    public record Merge(
            String source,
            String sourceVersion,
            String target,
            String targetVersion,
            String requestId,
            String reason) {}

    /** Keeps that they are two women. */
    public void different(HttpServletRequest request, String one, String other, String requestId, String reason) {
        var asked = new Parameters().addParameter("request-id", requestId).addParameter("reason", reason);
        asked.addParameter("patient", new Reference("Patient/" + one));
        asked.addParameter("other", new Reference("Patient/" + other));
        ask(request, "$not-duplicates", asked);
    }

    /** Takes the merge of that record back. */
    public Parted unmerge(HttpServletRequest request, String source, String requestId, String reason) {
        var asked = new Parameters().addParameter("request-id", requestId).addParameter("reason", reason);
        asked.addParameter("source-patient", new Reference("Patient/" + source));
        var answer = ask(request, "$unmerge", asked);
        return new Parted(
                named(answer, "changed-since").count(), named(answer, "left").count());
    }

    private Parameters ask(HttpServletRequest request, String operation, Parameters asked) {
        return registry.ask(
                request,
                client -> client.operation()
                        .onType(Patient.class)
                        .named(operation)
                        .withParameters(asked)
                        .execute());
    }

    private static String text(Parameters answer, String name) {
        return named(answer, name)
                .map(parameter -> parameter.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }

    private static Stream<ParametersParameterComponent> named(Parameters answer, String name) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals(name));
    }
}
