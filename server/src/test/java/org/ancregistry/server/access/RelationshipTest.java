package org.ancregistry.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.Test;

class RelationshipTest {

    private static final Instant MIDNIGHT_AFTER_TOMORROW = Instant.parse("2026-05-17T18:30:00Z");

    private final Clock clock = Clock.fixed(Instant.parse("2026-05-16T04:30:00Z"), ZoneId.of("Asia/Colombo"));

    @Test
    void aCheckInThatIsDatedAheadOpensNoLongerThanOneOfToday() {
        assertThat(Relationship.madeBy(checkIn("2026-05-16T09:00:00+05:30"), clock))
                .extracting(Relationship::openUntil)
                .containsExactly(MIDNIGHT_AFTER_TOMORROW);
        assertThat(Relationship.madeBy(checkIn("2099-05-16T09:00:00+05:30"), clock))
                .extracting(Relationship::openUntil)
                .containsExactly(MIDNIGHT_AFTER_TOMORROW);
    }

    @Test
    void aCheckInThatDoesNotSayWhenOpensNothing() {
        var unknown = new DateTimeType();
        unknown.addExtension().setUrl("http://hl7.org/fhir/StructureDefinition/data-absent-reason");
        var contact = checkIn("2026-05-16");
        contact.getPeriod().setStartElement(unknown);
        assertThat(Relationship.madeBy(contact, clock)).isEmpty();
    }

    @Test
    void aReplyThatIsDatedAheadOpensNoLongerThanOneOfToday() {
        var replied = referral(ServiceRequestStatus.COMPLETED);
        replied.addNote().setTimeElement(new DateTimeType("2099-05-16T09:00:00+05:30"));
        assertThat(Relationship.madeBy(replied, clock))
                .extracting(Relationship::openUntil)
                .containsExactly(MIDNIGHT_AFTER_TOMORROW);
    }

    @Test
    void aPregnancyWhoseEndIsDatedAheadStaysOpenNoLongerThanOneThatEndsToday() {
        assertThat(Relationship.madeBy(over("2099-05-16"), clock))
                .isEqualTo(Relationship.madeBy(over("2026-05-16"), clock));
        assertThat(Relationship.madeBy(over("2026-05"), clock))
                .isEqualTo(Relationship.madeBy(over("2026-05-01"), clock));
    }

    @Test
    void whatIsNotToBeDoneOpensNothing() {
        assertThat(Relationship.madeBy(referral(ServiceRequestStatus.ACTIVE), clock))
                .hasSize(1);
        assertThat(Relationship.madeBy(referral(ServiceRequestStatus.ACTIVE).setDoNotPerform(true), clock))
                .isEmpty();
    }

    private static Encounter checkIn(String start) {
        var contact = new Encounter().setStatus(EncounterStatus.INPROGRESS).setSubject(new Reference("Patient/1"));
        contact.addType()
                .addCoding()
                .setSystem("https://ancregistry.org/fhir/CodeSystem/anc-contact-type")
                .setCode("clinic-check-in");
        contact.getPeriod().setStartElement(new DateTimeType(start));
        return contact.setServiceProvider(new Reference("Organization/2"));
    }

    private static EpisodeOfCare over(String end) {
        var pregnancy = new EpisodeOfCare().setStatus(EpisodeOfCareStatus.FINISHED);
        pregnancy.setPatient(new Reference("Patient/1")).setManagingOrganization(new Reference("Organization/2"));
        pregnancy.getPeriod().setEndElement(new DateTimeType(end));
        return pregnancy;
    }

    private static ServiceRequest referral(ServiceRequestStatus status) {
        return new ServiceRequest()
                .setStatus(status)
                .setSubject(new Reference("Patient/1"))
                .addPerformer(new Reference("Organization/2"));
    }
}
