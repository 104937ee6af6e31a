package org.ancregistry.portals.registry;

import ca.uhn.fhir.rest.gclient.IQuery;
import ca.uhn.fhir.rest.gclient.StringClientParam;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Practitioner;

/** Leads from what is known of a member of staff, her number or how she is called, to her. */
public final class StaffSearch {

    /** From more of one name nobody chooses. */
    private static final int MOST = 10;

    private static final String KIND = "Practitioner/";
    private static final String ID = "[A-Za-z0-9.-]{1,64}";

    private final Registry registry;

    StaffSearch(Registry registry) {
        this.registry = registry;
    }

    /**
     * Somebody of the staff.
     *
     * @param id {@code Practitioner/…}
     * @param name how she is called
     */
    public record Staff(String id, String name) {}

    /** The one who has that number, else those whose name begins so; nobody where it may be a program's name. */
    public List<Staff> find(HttpServletRequest request, String typed) {
        var number = typed.startsWith(KIND) ? typed.substring(KIND.length()) : typed;
        var numbered = number.matches(ID)
                ? found(
                        request,
                        search -> search.where(Practitioner.RES_ID.exactly().code(number)))
                : List.<Staff>of();
        return numbered.isEmpty() && !typed.startsWith(KIND)
                ? found(
                        request,
                        search -> search.where(
                                new StringClientParam("name").matches().value(typed)))
                : numbered;
    }

    /** What is searched for. */
    private interface Asked {
        IQuery<?> of(IQuery<?> search);
    }

    private List<Staff> found(HttpServletRequest request, Asked asked) {
        var found = registry.ask(
                request,
                client -> asked.of(client.search().forResource(Practitioner.class))
                        .count(MOST)
                        .returnBundle(Bundle.class)
                        .execute());
        return found.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Practitioner.class::isInstance)
                .map(Practitioner.class::cast)
                .map(StaffSearch::staff)
                .toList();
    }

    private static Staff staff(Practitioner person) {
        var name = person.getNameFirstRep();
        return new Staff(
                KIND + person.getIdElement().getIdPart(),
                name.hasText() ? name.getText() : name.getNameAsSingleString());
    }
}
