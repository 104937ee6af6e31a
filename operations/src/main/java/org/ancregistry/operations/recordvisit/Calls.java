package org.ancregistry.operations.recordvisit;

import org.ancregistry.operations.Assessing.Assessed;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.Contacts;
import org.ancregistry.operations.fhir.Grades;
import org.ancregistry.operations.fhir.Pregnancies;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.jspecify.annotations.Nullable;

/**
 * What sets a call apart from a contact at which she was met. WHO's contacts are those at which a woman is examined, so
 * a call is not counted and keeps the number of the contact before. It may find a danger sign, and so raise the risk; it
 * never lowers it, and answers nothing urgent, since nobody has looked at her.
 */
final class Calls {

    private final PregnancyFacts facts;

    Calls(PregnancyFacts facts) {
        this.facts = facts;
    }

    /**
     * Gives a contact its number, and counts it.
     *
     * @param corrected the one that it corrects, if any
     */
    void number(Encounter contact, EpisodeOfCare pregnancy, @Nullable Encounter corrected) {
        var episode = Canon.referenceTo(pregnancy);
        var reference = Canon.referenceTo(contact);
        if (corrected != null && countsLike(contact, corrected)) {
            Contacts.inPregnancy(contact, episode, Contacts.number(corrected));
            Pregnancies.touch(pregnancy, reference, Pregnancies.contacts(pregnancy));
            return;
        }
        var next = Contacts.nextNumber(facts.contacts(episode));
        if (!Contacts.isCall(contact)) {
            Contacts.inPregnancy(contact, episode, next);
            Pregnancies.addContact(pregnancy, reference);
            return;
        }
        Contacts.inPregnancy(contact, episode, Math.max(next - 1, 1));
        if (corrected == null) {
            Pregnancies.touch(pregnancy, reference, Pregnancies.contacts(pregnancy));
        } else {
            Pregnancies.takeContact(pregnancy, reference);
        }
    }

    /** What is added to a contact, or takes the place of one of the same kind, changes no count. */
    private static boolean countsLike(Encounter contact, Encounter corrected) {
        return contact.hasPartOf() || Contacts.isCall(contact) == Contacts.isCall(corrected);
    }

    /** Whether what the rules say of a call is to be kept: it is urgent, or graver than what stands. */
    boolean raises(String patient, Assessed assessed) {
        return !assessed.stored().issues().isEmpty()
                || facts.lastAssessment(patient)
                        .map(Grades::standing)
                        .filter(stands -> stands.compareTo(assessed.assessment().grade()) >= 0)
                        .isEmpty();
    }
}
