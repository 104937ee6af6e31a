package org.ancregistry.operations.movecontact;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.LocalDate;
import java.util.Objects;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Content;
import org.ancregistry.operations.FhirOperation;
import org.ancregistry.operations.Given;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** Answers {@code Patient/{id}/$move-contact}. */
public final class MoveContactProvider implements FhirOperation {

    private static final String DEFINITION = "https://ancregistry.org/fhir/OperationDefinition/anc-move-contact";

    private final MovingContacts moving;

    public MoveContactProvider(MovingContacts moving) {
        this.moving = moving;
    }

    @Operation(name = "$move-contact", type = Patient.class, canonicalUrl = DEFINITION)
    public Parameters moveContact(
            @IdParam IdType id,
            @OperationParam(name = "request-id", min = 1, max = 1) @Nullable StringType requestId,
            @OperationParam(name = "schedule", min = 1, max = 1) @Nullable Reference schedule,
            @OperationParam(name = "based-on", min = 1, max = 1) @Nullable StringType basedOn,
            @OperationParam(name = "contact", min = 1, max = 1) @Nullable DateType contact,
            @OperationParam(name = "first-day", min = 1, max = 1) @Nullable DateType firstDay,
            @OperationParam(name = "last-day", max = 1) @Nullable DateType lastDay,
            @OperationParam(name = "reason", min = 1, max = 1) @Nullable StringType reason,
            RequestDetails request) {
        var patient = Given.reference(id);
        var content = new Content()
                .with("patient", new StringType(patient))
                .with("schedule", schedule)
                .with("based-on", basedOn)
                .with("contact", contact)
                .with("first-day", firstDay)
                .with("last-day", lastDay)
                .with("reason", reason);
        var first = day(firstDay, "first-day");
        var asked = new MoveContact(
                Given.required(requestId, "request-id"),
                content.text(),
                patient,
                Given.present(Given.local(schedule, "CarePlan", "schedule"), "schedule"),
                Given.required(basedOn, "based-on"),
                day(contact, "contact"),
                new NewDays(first, Objects.requireNonNullElse(Given.day(lastDay, "last-day"), first)),
                Given.required(reason, "reason"));
        return moving.move(Callers.of(request), asked);
    }

    private static LocalDate day(@Nullable DateType given, String name) {
        return Given.present(Given.day(given, name), name);
    }
}
