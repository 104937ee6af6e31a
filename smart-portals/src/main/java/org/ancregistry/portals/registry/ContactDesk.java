package org.ancregistry.portals.registry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** How a woman is reached and where she lives now, and putting that right. */
public final class ContactDesk {

    private final Registry registry;

    ContactDesk(Registry registry) {
        this.registry = registry;
    }

    /** As it stands. */
    public HowToReach of(HttpServletRequest request, String patient) {
        return HowToReach.of(registry.ask(
                request,
                client -> client.read().resource(Patient.class).withId(patient).execute()));
    }

    /** As it stood in a version that a page showed. */
    public HowToReach at(HttpServletRequest request, String patient, String version) {
        return HowToReach.of(registry.ask(
                request,
                client -> client.read()
                        .resource(Patient.class)
                        .withIdAndVersion(patient, version)
                        .execute()));
    }

    /**
     * Puts it right.
     *
     * @throws RegistryRefusal {@code version-conflict} when her record was changed meanwhile, {@code parameter-invalid} for a
     *     number that nobody can call
     */
    public void update(HttpServletRequest request, String patient, Update update) {
        registry.ask(
                request,
                client -> client.operation()
                        .onInstance(new IdType("Patient", patient))
                        .named("$update-contact")
                        .withParameters(parameters(update))
                        .execute());
    }

    private static Parameters parameters(Update update) {
        var asked = new Parameters()
                .addParameter("request-id", update.requestId())
                .addParameter("based-on", update.basedOn());
        string(asked, "phone", update.phone());
        code(asked, "phone-shared", update.whose());
        code(asked, "language", update.language());
        var contact = update.contact();
        if (contact != null) {
            var part = asked.addParameter().setName("contact");
            if (contact.name() != null) {
                part.addPart().setName("name").setValue(new StringType(contact.name()));
            }
            if (contact.phone() != null) {
                part.addPart().setName("phone").setValue(new StringType(contact.phone()));
            }
        }
        string(asked, "address", update.lines());
        string(asked, "village", update.village());
        update.removed().forEach(removed -> code(asked, "remove", removed));
        return asked;
    }

    private static void string(Parameters asked, String name, @Nullable String value) {
        if (value != null) {
            asked.addParameter(name, value);
        }
    }

    private static void code(Parameters asked, String name, @Nullable String value) {
        if (value != null) {
            asked.addParameter(name, new CodeType(value));
        }
    }

    /**
     * How she is reached from now on; what is null stays as it is.
     *
     * @param basedOn the version of her record that the page showed
     * @param whose {@code own} or {@code shared}
     * @param lines where she lives now, as she says it
     * @param removed {@code phone}, {@code contact} or {@code address}: what holds no longer
     */
    public record Update(
            String requestId,
            String basedOn,
            @Nullable String phone,
            @Nullable String whose,
            @Nullable String language,
            Declared.@Nullable Contact contact,
            @Nullable String lines,
            @Nullable String village,
            Set<String> removed) {

        public Update {
            removed = Set.copyOf(removed);
        }

        @Override
        public String toString() {
            return "Update[" + removed + "]";
        }
    }
}
