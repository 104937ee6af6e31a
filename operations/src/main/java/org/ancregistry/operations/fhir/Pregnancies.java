package org.ancregistry.operations.fhir;

import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.clinical.SystemUris;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** A pregnancy as an EpisodeOfCare, whose version tells whether somebody wrote meanwhile. */
public final class Pregnancies {

    private static final String CONTACT_COUNT = Canon.extension("anc-contact-count");
    private static final String LAST_CONTACT = Canon.extension("anc-last-contact");
    private static final String OUTCOME = Canon.extension("anc-outcome");
    private static final String PREGNANCY = "ANC.B4.DE1";

    private static final Comparator<EpisodeOfCare> BY_AGE = Comparator.comparing(
                    (EpisodeOfCare pregnancy) -> pregnancy.getPeriod().getStart(),
                    Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(pregnancy -> pregnancy.getIdElement().getIdPart().length())
            .thenComparing(pregnancy -> pregnancy.getIdElement().getIdPart());

    private static final Set<EpisodeOfCareStatus> NONE =
            Set.of(EpisodeOfCareStatus.CANCELLED, EpisodeOfCareStatus.ENTEREDINERROR);

    private Pregnancies() {}

    /** Those that there really were, the one that began last first. */
    public static List<EpisodeOfCare> newestFirst(Collection<EpisodeOfCare> pregnancies) {
        return pregnancies.stream()
                .filter(pregnancy -> !NONE.contains(pregnancy.getStatus()))
                .sorted(BY_AGE.reversed())
                .toList();
    }

    /** A pregnancy that begins to be cared for on that day. */
    public static EpisodeOfCare opened(String patient, String area, String midwife, Date on) {
        var type = new CodeableConcept();
        type.addCoding().setSystem(SystemUris.WHO_ANC).setCode(PREGNANCY);
        var pregnancy = Canon.begun(new EpisodeOfCare(), "anc-pregnancy")
                .setStatus(EpisodeOfCareStatus.ACTIVE)
                .addType(type)
                .setPatient(new Reference(patient))
                .setManagingOrganization(new Reference(area))
                .setCareManager(new Reference(midwife))
                .setPeriod(new Period().setStart(on));
        pregnancy.addExtension(CONTACT_COUNT, new IntegerType(0));
        return pregnancy;
    }

    public static int contacts(EpisodeOfCare pregnancy) {
        return Optional.ofNullable(pregnancy.getExtensionByUrl(CONTACT_COUNT))
                .map(count -> ((IntegerType) count.getValue()).getValue())
                .orElse(0);
    }

    /** {@code Encounter/…} that was written last. */
    public static Optional<String> lastContact(EpisodeOfCare pregnancy) {
        return Optional.ofNullable(pregnancy.getExtensionByUrl(LAST_CONTACT))
                .map(last -> ((Reference) last.getValue()).getReference());
    }

    /** Counts one more contact. */
    public static void addContact(EpisodeOfCare pregnancy, String contact) {
        touch(pregnancy, contact, contacts(pregnancy) + 1);
    }

    /** That contact counts no more; a call and what was only added to another one never did. */
    public static void strikeOut(EpisodeOfCare pregnancy, Encounter contact) {
        var counted = !contact.hasPartOf() && !Contacts.isCall(contact);
        if (counted) {
            takeContact(pregnancy, Canon.referenceTo(contact));
        } else {
            touch(pregnancy, Canon.referenceTo(contact), contacts(pregnancy));
        }
    }

    /** Counts one contact less; {@code contact} says why. */
    public static void takeContact(EpisodeOfCare pregnancy, String contact) {
        touch(pregnancy, contact, Math.max(contacts(pregnancy) - 1, 0));
    }

    /** Notes that something was written about that contact without being a further one. */
    public static void touch(EpisodeOfCare pregnancy, String contact, int contacts) {
        set(pregnancy, CONTACT_COUNT).setValue(new IntegerType(contacts));
        set(pregnancy, LAST_CONTACT).setValue(new Reference(contact));
    }

    /** It is over since then; {@code outcome} is a code of anc-outcome. */
    public static void end(EpisodeOfCare pregnancy, String outcome, DateTimeType on) {
        pregnancy.setStatus(EpisodeOfCareStatus.FINISHED);
        pregnancy.getPeriod().setEndElement(on);
        set(pregnancy, OUTCOME).setValue(new CodeType(outcome));
    }

    /** It is not over: what said so was an error. */
    public static void reopen(EpisodeOfCare pregnancy) {
        pregnancy.setStatus(EpisodeOfCareStatus.ACTIVE);
        pregnancy.getPeriod().setEndElement(null);
        pregnancy.getExtension().removeIf(extension -> OUTCOME.equals(extension.getUrl()));
    }

    /** How it ended, where somebody said so: a code of anc-outcome. */
    public static Optional<String> outcome(EpisodeOfCare pregnancy) {
        return Optional.ofNullable(pregnancy.getExtensionByUrl(OUTCOME))
                .map(outcome -> outcome.getValue().primitiveValue());
    }

    private static Extension set(EpisodeOfCare pregnancy, String url) {
        return Optional.ofNullable(pregnancy.getExtensionByUrl(url))
                .orElseGet(() -> pregnancy.addExtension().setUrl(url));
    }
}
