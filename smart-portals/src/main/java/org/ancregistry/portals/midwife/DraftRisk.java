package org.ancregistry.portals.midwife;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Occasion;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.pregnancy.DatingEvidence;
import org.ancregistry.domain.rules.Assessment;
import org.ancregistry.domain.rules.CaseFacts;
import org.ancregistry.domain.rules.Course;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.domain.rules.RuleResult;
import org.ancregistry.portals.care.Urgency;
import org.jspecify.annotations.Nullable;

/** What the registry's rules will say of a draft, before she is registered. */
final class DraftRisk {

    private final RuleBook rules;

    DraftRisk(RuleBook rules) {
        this.rules = rules;
    }

    /** Nothing as long as an answer cannot be right. */
    Optional<Assessment> of(Draft draft, @Nullable LocalDate born, LocalDate today) {
        var answers = new DraftAnswers(draft).answers();
        return Optional.ofNullable(
                        Answers.review(answers, Occasion.addendum(today)).accepted())
                .map(accepted -> withoutWaiting(rules.assess(facts(accepted, born, today))));
    }

    /** Whoever must be called about at once is not measured again after a rest. */
    private static Assessment withoutWaiting(Assessment all) {
        var severe = all.of("R-BP-SEVERE-1").filter(RuleResult::met).isPresent();
        return new Assessment(
                all.on(),
                all.results().stream()
                        .filter(result -> !severe || !result.id().equals("R-BP-REPEAT"))
                        .toList());
    }

    /** What of it cannot wait: asked before everything is entered, and although something else may be wrong. */
    Urgency urgency(Draft draft, @Nullable LocalDate born, LocalDate today) {
        var course = new Course(born, dating(draft, today).orElse(null), today);
        return Urgency.of(new DraftAnswers(draft).answers(), today, course, rules);
    }

    /** When the child is expected by what the draft says, and by what. */
    Optional<Dating> dating(Draft draft, LocalDate today) {
        return Optional.ofNullable(Answers.review(new DraftAnswers(draft).answers(), Occasion.addendum(today))
                        .accepted())
                .flatMap(accepted -> DatingEvidence.in(accepted).dating(today));
    }

    /** The same for a page, with how far she is that day. */
    Map<String, Object> dated(Draft draft, LocalDate today) {
        var shown = new HashMap<String, Object>();
        dating(draft, today).ifPresent(dating -> {
            shown.put("dating", dating);
            dating.ageOn(today).ifPresent(age -> shown.put("weeks", age.toString()));
        });
        return shown;
    }

    private static CaseFacts facts(Answers answers, @Nullable LocalDate born, LocalDate today) {
        var dating = DatingEvidence.in(answers).dating(today).orElse(null);
        return CaseFacts.of(today, new Course(born, dating, today), answers, List.of());
    }
}
