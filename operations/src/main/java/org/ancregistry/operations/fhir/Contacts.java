package org.ancregistry.operations.fhir;

import java.util.Collection;
import java.util.Objects;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** A meeting of a mother and a health worker as an Encounter. */
public final class Contacts {

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String CONTACT_NUMBER = Canon.extension("anc-contact-number");

    private static final String NOTE = Canon.extension("anc-note");

    /** The kind of contact that only opens a record. */
    public static final String CHECK_IN = "clinic-check-in";

    /** Nobody was seen: it was written down how the pregnancy ended. */
    public static final String OUTCOME = "outcome";

    /** They spoke on the phone, and nobody was examined. */
    public static final String PHONE = "phone";

    private static final String HOME_VISIT = "home-visit";

    private Contacts() {}

    /** A contact that took place. */
    public static Encounter finished(String type, String patient, DateTimeType when, String performer) {
        return begun(type, patient, when, performer).setStatus(EncounterStatus.FINISHED);
    }

    /** A mother who arrived at that facility. */
    public static Encounter arrived(String patient, DateTimeType when, String performer, String facility) {
        return begun(CHECK_IN, patient, when, performer)
                .setStatus(EncounterStatus.ARRIVED)
                .setServiceProvider(new Reference(facility));
    }

    /** Says which contact of which pregnancy it is. */
    public static Encounter inPregnancy(Encounter contact, String pregnancy, int number) {
        contact.addExtension(CONTACT_NUMBER, new IntegerType(number));
        return contact.addEpisodeOfCare(new Reference(pregnancy));
    }

    /** Which contact of her pregnancy it was; the first, when it does not say. */
    public static int number(Encounter contact) {
        return Objects.requireNonNullElse(numberSaid(contact), 1);
    }

    /** Which contact of her pregnancy it was, where it says so. */
    public static @Nullable Integer numberSaid(Encounter contact) {
        return contact.getExtensionByUrl(CONTACT_NUMBER) != null
                        && contact.getExtensionByUrl(CONTACT_NUMBER).getValue() instanceof IntegerType number
                ? number.getValue()
                : null;
    }

    /** One more than the highest of them: a number that was struck out in between is not given again. */
    public static int nextNumber(Collection<Encounter> contacts) {
        return contacts.stream().mapToInt(Contacts::number).max().orElse(0) + 1;
    }

    /** Whether it belongs to that pregnancy ({@code EpisodeOfCare/…}). */
    public static boolean isIn(Encounter contact, String pregnancy) {
        return contact.getEpisodeOfCare().stream().anyMatch(episode -> pregnancy.equals(episode.getReference()));
    }

    public static boolean is(Encounter contact, String type) {
        return contact.getType().stream()
                .anyMatch(concept -> concept.hasCoding(Canon.codeSystem("anc-contact-type"), type));
    }

    /**
     * Whether she was only called. WHO's contact is a meeting at which she is examined, and the plan of contacts counts
     * those: a call is none of them. Nobody who waits is crossed off the list by one, and no indicator counts it.
     */
    public static boolean isCall(Encounter contact) {
        return is(contact, PHONE);
    }

    /** What the writer has to say in her own words. */
    public static void note(Encounter contact, String text) {
        contact.addExtension(NOTE, new StringType(text));
    }

    private static Encounter begun(String type, String patient, DateTimeType when, String performer) {
        var contact = Canon.begun(new Encounter(), "anc-contact")
                .addType(Canon.concept("anc-contact-type", type))
                .setSubject(new Reference(patient));
        contact.getClass_().setSystem(ACT_CODE).setCode(kind(type));
        contact.addParticipant().setIndividual(new Reference(performer));
        contact.getPeriod().setStartElement(when.copy());
        return contact;
    }

    private static String kind(String type) {
        return switch (type) {
            case HOME_VISIT -> "HH";
            case PHONE -> "VR";
            default -> "AMB";
        };
    }
}
