package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Women whom a doctor looks for by name and birth date, because no number is at hand. */
public final class WomenByName {

    private final Registry registry;

    WomenByName(Registry registry) {
        this.registry = registry;
    }

    /**
     * Whoever has that name, however it is spelled, and that birth date: ten at most, the likeliest first.
     *
     * @throws RegistryRefusal {@code too-many-attempts} after too many, {@code forbidden} for others than doctors
     */
    public List<FoundWoman> like(HttpServletRequest request, String name, LocalDate birthDate) {
        var answer = ask(request, "$find-woman", facts(name, birthDate));
        return answer.getParameter().stream().map(WomenByName::woman).toList();
    }

    /**
     * Checks one of them in at the caller's clinic.
     *
     * @param found the id of her record, as it was found
     * @return the id of the record that is open now
     * @throws RegistryRefusal {@code not-found} when that name and birth date do not lead to her
     */
    public String checkIn(HttpServletRequest request, String found, String name, LocalDate birthDate) {
        var asked = facts(name, birthDate);
        asked.addParameter().setName("found").setValue(new Reference(new IdType("Patient", found)));
        var answer = ask(request, "$check-in", asked);
        return id((Reference) answer.getParameter("patient").getValue());
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

    private static Parameters facts(String name, LocalDate birthDate) {
        var asked = new Parameters();
        asked.addParameter("name", new StringType(name));
        asked.addParameter("birth-date", new DateType(birthDate.toString()));
        return asked;
    }

    private static FoundWoman woman(ParametersParameterComponent row) {
        return new FoundWoman(
                values(row, "patient")
                        .map(patient -> id((Reference) patient))
                        .findFirst()
                        .orElseThrow(),
                values(row, "initials").map(Type::primitiveValue).collect(Collectors.joining(" · ")),
                text(row, "place").orElse(null),
                text(row, "phn-end").orElse(null),
                text(row, "in-care").filter("true"::equals).isPresent());
    }

    private static Optional<String> text(ParametersParameterComponent row, String part) {
        return values(row, part)
                .map(Type::primitiveValue)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Stream<Type> values(ParametersParameterComponent row, String part) {
        return row.getPart().stream()
                .filter(one -> part.equals(one.getName()))
                .map(ParametersParameterComponent::getValue);
    }

    private static String id(Reference patient) {
        return patient.getReferenceElement().getIdPart();
    }

    /**
     * A woman who was found, with what tells her from another.
     *
     * @param id of her record
     * @param initials of her names
     * @param place the village or town where she lives
     * @param phnEnd the last characters of her number
     * @param inCare whether her record is open to this clinic already
     */
    public record FoundWoman(
            String id,
            String initials,
            @Nullable String place,
            @Nullable String phnEnd,
            boolean inCare) {

        /** Says nothing of her. */
        @Override
        public String toString() {
            return "FoundWoman[" + id + "]";
        }
    }
}
