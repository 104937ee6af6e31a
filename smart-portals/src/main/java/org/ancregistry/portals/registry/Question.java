package org.ancregistry.portals.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a mother asked, and the answer.
 *
 * @param id of the Task
 * @param kind {@code another-day} or {@code who-looked}
 * @param about {@code Appointment/…} or {@code AuditEvent/…}
 * @param patient id of her Patient
 * @param name as a list shows it; null where it did not come along
 * @param asked when she asked
 * @param words her own; null when she added none
 * @param state how it stands
 * @param answer the words for her; null when there are none
 * @param answered when it was closed; null while it is open
 */
public record Question(
        String id,
        String kind,
        String about,
        String patient,
        @Nullable String name,
        Instant asked,
        @Nullable String words,
        State state,
        @Nullable String answer,
        @Nullable Instant answered) {

    /** How it stands; the codes are those of the pages' messages. */
    public enum State {
        OPEN("open"),
        /** She has another day. */
        MOVED("moved"),
        ANSWERED("answered"),
        /** The pregnancy is over, and the appointment with it. */
        CALLED_OFF("off");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Names nobody and tells nothing. */
    @Override
    public String toString() {
        return "Question[" + id + "]";
    }
}
