package org.ancregistry.operations.importanc;

import java.util.List;
import java.util.Map;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.inbound.SourceElement;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * A Bundle of the sync agent, taken apart: one mother, who wrote about her, and the events of her pregnancy.
 *
 * @param users by their id there
 * @param events in the order in which they took place
 */
record Sent(Mother mother, Map<String, User> users, List<Event> events) {

    /** What the mother's events are called there, for ever. */
    List<String> sources() {
        return events.stream().map(event -> event.source(mother)).toList();
    }

    /** The same of a mother whose number the country's directory does not vouch for. */
    Sent ofDoubtfulNumber() {
        return new Sent(
                new Mother(mother.entry(), mother.source(), mother.person(), mother.phn(), true), users, events);
    }

    /**
     * The mother.
     *
     * @param source what she is called there, for ever
     * @param phn the number that was sent; absent when there was none
     * @param isDoubtful whether nobody here knows the number, and the country's directory does not say that it is hers
     */
    record Mother(
            int entry,
            String source,
            Patient person,
            @Nullable String phn,
            boolean isDoubtful) {}

    /** Somebody who wrote there. */
    record User(int entry, String id, String name) {

        String source() {
            return "user/" + id;
        }
    }

    /**
     * One event.
     *
     * @param id its id there
     * @param contactType where she was seen, as a code of anc-contact-type
     * @param start when she came
     * @param found when it was found, as the values say
     * @param user who wrote it down
     */
    record Event(
            int entry,
            String id,
            String contactType,
            DateTimeType start,
            @Nullable DateTimeType end,
            DateTimeType found,
            String user,
            List<Value> values,
            String content) {

        String source(Mother mother) {
            return mother.source() + "/event/" + id;
        }
    }

    /**
     * One value of an event.
     *
     * @param said absent where the entry has no value
     * @param isReadable whether that is so because it has none, not because nobody can read it
     */
    record Value(int entry, SourceElement element, @Nullable Answer said, boolean isReadable) {}
}
