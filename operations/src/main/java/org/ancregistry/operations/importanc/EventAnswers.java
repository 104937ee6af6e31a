package org.ancregistry.operations.importanc;

import java.time.LocalDate;
import java.util.Map;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Occasion;
import org.ancregistry.domain.inbound.EventReader;
import org.ancregistry.domain.inbound.EventSaid;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.domain.inbound.Reading;
import org.ancregistry.operations.importanc.Sent.Event;
import org.ancregistry.operations.importanc.Sent.Value;

/** Puts what an event says in the words of the dictionary, and has it judged like what is written here. */
final class EventAnswers {

    private final Findings findings;

    EventAnswers(Findings findings) {
        this.findings = findings;
    }

    EventSaid read(Event event) {
        var reader = new EventReader();
        event.values().forEach(value -> {
            if (value.isReadable()) {
                reader.take(value.entry(), value.element(), value.said());
                mapped(value);
            } else {
                reader.takeUnreadable(value.entry(), value.element());
            }
        });
        return reader.said();
    }

    private void mapped(Value value) {
        if (value.element().reading() == Reading.ANSWER || value.element().reading() == Reading.YES) {
            findings.add(
                    value.entry(),
                    Kind.CODE_MAPPED,
                    "resource",
                    "Kept as " + String.join(" and ", value.element().fields())
                            + ", with the codes of the dictionary.");
        }
    }

    /** The answers; none where one of them is wrong, which is then among the findings and refuses everything. */
    Answers reviewed(EventSaid said, LocalDate on) {
        findings.add(said.findings());
        var review = Answers.review(said.answers(), Occasion.imported(on));
        review.problems()
                .forEach(problem -> findings.add(
                        said.entryOf(problem.field()), Kind.VALUE_IMPOSSIBLE, "resource.value", problem.message()));
        return review.problems().isEmpty()
                ? review.answers()
                : Answers.review(Map.of(), Occasion.imported(on)).answers();
    }
}
