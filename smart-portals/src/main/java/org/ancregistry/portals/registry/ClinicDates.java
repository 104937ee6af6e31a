package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a clinic is held next, and how many places are left. */
public final class ClinicDates {

    private static final Logger LOG = LoggerFactory.getLogger(ClinicDates.class);

    private final Registry registry;

    ClinicDates(Registry registry) {
        this.registry = registry;
    }

    /**
     * A day on which the clinic is held.
     *
     * @param left places; none or less when it is full
     */
    public record Day(LocalDateTime opens, int places, int left) {

        public boolean full() {
            return left <= 0;
        }
    }

    /**
     * The next days from tomorrow on; none where nobody has entered when that clinic is held, or the registry does not tell:
     * a visit is written down all the same.
     *
     * @param facility {@code Organization/…}
     */
    public List<Day> after(HttpServletRequest request, String facility, LocalDate today) {
        var asked = new Parameters();
        asked.addParameter()
                .setName("from")
                .setValue(new DateType(today.plusDays(1).toString()));
        try {
            var answer = registry.ask(
                    request,
                    client -> client.operation()
                            .onInstance(new IdType(facility))
                            .named("$clinic-days")
                            .withParameters(asked)
                            .useHttpGet()
                            .execute());
            return answer.getParameter().stream().map(ClinicDates::day).toList();
        } catch (RegistryRefusal refusal) {
            LOG.info("No clinic days of {}: {}", facility, refusal.code());
            return List.of();
        }
    }

    private static Day day(ParametersParameterComponent day) {
        var places = Integer.parseInt(text(day, "places"));
        return new Day(
                LocalDate.parse(text(day, "date")).atTime(LocalTime.parse(text(day, "opens"))),
                places,
                places - Integer.parseInt(text(day, "booked")));
    }

    private static String text(ParametersParameterComponent day, String part) {
        return day.getPart().stream()
                .filter(one -> one.getName().equals(part))
                .map(one -> one.getValue().primitiveValue())
                .findFirst()
                .orElse("0");
    }
}
