package org.ancregistry.operations.recordoutcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.pregnancy.EndKind;
import org.ancregistry.domain.pregnancy.Newborn;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.jspecify.annotations.Nullable;

/**
 * How a pregnancy ended, or that what was said of it was wrong: exactly one of {@code ending} and {@code correction} is there.
 *
 * @param patient {@code Patient/…}
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param basedOn version of the pregnancy's record that the writer had before her
 */
record RecordOutcome(
        String patient,
        String requestId,
        String content,
        String basedOn,
        @Nullable Ending ending,
        @Nullable Correction correction) {

    /**
     * What happened.
     *
     * @param answers further answers to the dictionary's fields about it
     * @param note in the writer's own words
     */
    record Ending(
            EndKind kind,
            LocalDate on,
            List<ParametersParameterComponent> answers,
            List<Child> children,
            @Nullable String note) {

        Ending {
            answers = List.copyOf(answers);
            children = List.copyOf(children);
        }

        List<Newborn> newborns() {
            return children.stream().map(Child::newborn).toList();
        }
    }

    /**
     * One child.
     *
     * @param confirmed dictionary fields whose rare values the writer said to be right
     */
    record Child(Newborn newborn, Set<String> confirmed) {

        Child {
            confirmed = Set.copyOf(confirmed);
        }
    }

    /**
     * What is wrong.
     *
     * @param contact {@code Encounter/…} at which the end was written down
     */
    record Correction(String contact, String reason) {}
}
