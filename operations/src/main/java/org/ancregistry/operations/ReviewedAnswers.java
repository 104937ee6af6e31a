package org.ancregistry.operations;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ancregistry.domain.clinical.AnswerProblem;
import org.ancregistry.domain.clinical.Answers;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;

/**
 * Answers that can be true, with those that are possible and rare.
 *
 * @param unusual what somebody should look at once more
 * @param confirmed unusual fields of which the writer said that they are right
 */
public record ReviewedAnswers(Answers answers, List<AnswerProblem> unusual, Set<String> confirmed) {

    public ReviewedAnswers {
        unusual = List.copyOf(unusual);
        var rare = unusual.stream().map(AnswerProblem::field).collect(Collectors.toSet());
        confirmed = confirmed.stream().filter(rare::contains).collect(Collectors.toUnmodifiableSet());
    }

    /** Asks about what is rare and nobody confirmed. It was stored: a visit is never lost over a question. */
    public void askAbout(Parameters answer) {
        unusual.stream().filter(rare -> !confirmed.contains(rare.field())).forEach(rare -> {
            var asked = answer.addParameter().setName("unusual");
            asked.addPart().setName("field").setValue(new CodeType(rare.field()));
            asked.addPart().setName("question").setValue(new StringType(rare.message()));
        });
    }
}
