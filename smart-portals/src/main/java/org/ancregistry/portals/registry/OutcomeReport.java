package org.ancregistry.portals.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.pregnancy.EndKind;
import org.ancregistry.domain.pregnancy.Newborn;
import org.jspecify.annotations.Nullable;

/**
 * Everything that {@code $record-outcome} needs to close a pregnancy.
 *
 * @param requestId made once for a page: sent twice, it closes once
 * @param basedOn the version of the pregnancy that the page was made from
 * @param answers by dictionary field
 */
public record OutcomeReport(
        String requestId,
        String basedOn,
        EndKind kind,
        LocalDate on,
        Map<String, Answer> answers,
        List<Child> children,
        @Nullable String note) {

    public OutcomeReport {
        answers = Map.copyOf(answers);
        children = List.copyOf(children);
    }

    /** One child, and whether somebody looked at its rare weight once more. */
    public record Child(Newborn newborn, boolean confirmed) {}
}
