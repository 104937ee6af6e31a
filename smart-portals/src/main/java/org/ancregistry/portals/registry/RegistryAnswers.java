package org.ancregistry.portals.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.rules.Severity;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads the answers of the registry's operations. */
final class RegistryAnswers {

    private RegistryAnswers() {}

    static Comparison comparison(Parameters answer) {
        var all = answer.getParameter();
        return new Comparison(
                named(all, "warning").map(RegistryAnswers::text).toList(),
                named(all, "candidate").map(found -> candidate(found.getPart())).toList());
    }

    static DecisionCase decision(Parameters answer) {
        var all = answer.getParameter();
        return new DecisionCase(
                reference(all, "patient").replace("Patient/", ""),
                string(all, "version"),
                named(all, "decision").map(RegistryAnswers::text).findFirst().orElse(null),
                named(all, "claimed-phn").map(RegistryAnswers::text).findFirst().orElse(null),
                named(all, "warning").map(RegistryAnswers::text).findFirst().orElse(null),
                named(all, "candidate").map(found -> candidate(found.getPart())).toList());
    }

    static VerificationCase verification(Parameters answer) {
        var all = answer.getParameter();
        var elsewhere = reference(all, "elsewhere");
        return new VerificationCase(
                string(all, "version"),
                named(all, "comparison")
                        .map(found -> candidate(found.getPart()))
                        .findFirst()
                        .orElseThrow(),
                elsewhere.isEmpty() ? null : elsewhere);
    }

    private static Comparison.Candidate candidate(List<ParametersParameterComponent> parts) {
        return new Comparison.Candidate(
                reference(parts, "patient"),
                phn(parts),
                string(parts, "grade"),
                yes(parts, "likely-relative"),
                named(parts, "field").map(field -> detail(field.getPart())).toList());
    }

    private static Comparison.Detail detail(List<ParametersParameterComponent> parts) {
        return new Comparison.Detail(
                string(parts, "name"),
                named(parts, "given").map(RegistryAnswers::text).findFirst().orElse(null),
                named(parts, "recorded").map(RegistryAnswers::text).findFirst().orElse(null),
                Comparison.Result.of(string(parts, "result")));
    }

    static Registered registered(Parameters answer) {
        var all = answer.getParameter();
        return new Registered(
                reference(all, "patient"),
                phn(all),
                yes(all, "phn-issued"),
                named(all, "edd")
                        .map(edd -> LocalDate.parse(text(edd)))
                        .findFirst()
                        .orElse(null),
                named(all, "planned-contact").flatMap(RegistryAnswers::window).toList(),
                yes(all, "verified"),
                named(all, "prepared-referral")
                        .map(prepared -> new Registered.Urgent(
                                reference(all, "contact"),
                                string(all, "version"),
                                string(prepared.getPart(), "reason"),
                                urgentRules(all)))
                        .findFirst()
                        .orElse(null));
    }

    /** The rules that are met and as grave as can be; one that is not met has no grade. */
    private static List<String> urgentRules(List<ParametersParameterComponent> answer) {
        return named(answer, "assessment")
                .map(ParametersParameterComponent::getPart)
                .filter(rule -> string(rule, "grade").equals(Severity.URGENT.code()))
                .map(rule -> string(rule, "rule"))
                .toList();
    }

    private static Stream<Registered.Window> window(ParametersParameterComponent contact) {
        return contact.getValue() instanceof Period period && period.hasStart() && period.hasEnd()
                ? Stream.of(new Registered.Window(
                        day(period.getStartElement().getValueAsString()),
                        day(period.getEndElement().getValueAsString())))
                : Stream.empty();
    }

    private static LocalDate day(String moment) {
        return LocalDate.parse(moment.substring(0, 10));
    }

    private static @Nullable String phn(List<ParametersParameterComponent> parts) {
        return value(parts, "phn", Identifier.class).map(Identifier::getValue).orElse(null);
    }

    private static String reference(List<ParametersParameterComponent> parts, String name) {
        return value(parts, name, Reference.class)
                .map(reference -> reference
                        .getReferenceElement()
                        .toUnqualifiedVersionless()
                        .getValue())
                .orElse("");
    }

    private static boolean yes(List<ParametersParameterComponent> parts, String name) {
        return value(parts, name, BooleanType.class)
                .map(BooleanType::booleanValue)
                .orElse(false);
    }

    private static String string(List<ParametersParameterComponent> parts, String name) {
        return named(parts, name).map(RegistryAnswers::text).findFirst().orElse("");
    }

    private static String text(ParametersParameterComponent part) {
        return part.hasValue() ? part.getValue().primitiveValue() : "";
    }

    private static <T extends Type> Optional<T> value(
            List<ParametersParameterComponent> parts, String name, Class<T> type) {
        return named(parts, name)
                .map(ParametersParameterComponent::getValue)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static Stream<ParametersParameterComponent> named(List<ParametersParameterComponent> parts, String name) {
        return parts.stream().filter(part -> name.equals(part.getName()));
    }
}
