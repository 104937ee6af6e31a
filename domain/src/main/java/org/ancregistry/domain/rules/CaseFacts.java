package org.ancregistry.domain.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ancregistry.domain.clinical.Answer;
import org.ancregistry.domain.clinical.Answers;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;

/** What is known of a woman and her pregnancy on the day of a contact. What was found later is left out. */
public final class CaseFacts {

    static final String WEEKS = "ga_weeks";
    static final String AGE = "age_at_edd";

    private final LocalDate on;
    private final Course course;
    private final Map<String, List<Fact>> byName;

    private CaseFacts(LocalDate on, Course course, Collection<Fact> facts) {
        this.on = on;
        this.course = course;
        this.byName = facts.stream()
                .filter(fact -> !fact.on().isAfter(on))
                .sorted(Comparator.comparing(Fact::on).reversed())
                .collect(Collectors.groupingBy(Fact::name));
    }

    /**
     * What was found in this pregnancy.
     *
     * @param on the day of the contact
     * @param facts of this pregnancy, of one day the newest first
     */
    public static CaseFacts on(LocalDate on, Course course, Collection<Fact> facts) {
        return new CaseFacts(on, course, facts);
    }

    /** With the answers of that day's contact, which count before what was recorded earlier. */
    public static CaseFacts of(LocalDate on, Course course, Answers answers, Collection<Fact> earlier) {
        var all = new ArrayList<>(of(answers, on));
        all.addAll(earlier);
        return new CaseFacts(on, course, all);
    }

    /** What was answered at a contact, as facts. */
    public static List<Fact> of(Answers answers, LocalDate on) {
        return answers.all().entrySet().stream()
                .map(entry -> new Fact(entry.getKey().name(), entry.getValue(), on))
                .toList();
    }

    LocalDate on() {
        return on;
    }

    Course course() {
        return course;
    }

    /** All that is known by that name, newest first. */
    List<Fact> all(String name) {
        return byName.getOrDefault(name, List.of());
    }

    Optional<Fact> newest(String name) {
        return all(name).stream().findFirst();
    }

    Optional<Fact> today(String name) {
        return newest(name).filter(fact -> fact.on().equals(on));
    }

    /** Completed weeks on that day. */
    Optional<Integer> weeksOn(LocalDate day) {
        return Optional.ofNullable(course.dating())
                .flatMap(dating -> dating.ageOn(day))
                .map(age -> age.weeks());
    }

    Optional<Fact> weeks() {
        return weeksOn(on).map(weeks -> new Fact(WEEKS, measured(weeks, "wk"), on));
    }

    Optional<Fact> weeksAtFirstContact() {
        return Optional.ofNullable(course.firstContact())
                .flatMap(first -> weeksOn(first).map(weeks -> new Fact("ga_at_booking", measured(weeks, "wk"), first)));
    }

    /** Her age in completed years on the day on which the child is due. */
    Optional<Fact> ageAtDelivery() {
        return Optional.ofNullable(course.born())
                .flatMap(born -> Optional.ofNullable(course.dating())
                        .map(dating -> Period.between(born, dating.edd()).getYears()))
                .map(years -> new Fact(AGE, measured(years, "a"), on));
    }

    private static Answer measured(int value, String unit) {
        return new Answer.Measured(BigDecimal.valueOf(value), unit);
    }

    /** Whether a fact can be calculated with: nobody reads a number out of a unit that cannot be converted. */
    static boolean isNumber(Fact fact) {
        return number(fact).isPresent();
    }

    /** The number of a fact in the dictionary's unit; empty when it is none or the unit cannot be converted. */
    static Optional<BigDecimal> number(Fact fact) {
        if (fact.value() instanceof Answer.Counted counted) {
            return Optional.of(BigDecimal.valueOf(counted.value()));
        }
        if (!(fact.value() instanceof Answer.Measured measured)) {
            return Optional.empty();
        }
        var unit =
                Dictionary.anc().field(fact.name()).map(DictionaryField::unit).orElse(measured.unit());
        return unit == null ? Optional.of(measured.value()) : Units.in(unit, measured);
    }
}
