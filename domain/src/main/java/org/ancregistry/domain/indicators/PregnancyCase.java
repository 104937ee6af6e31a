package org.ancregistry.domain.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.domain.pregnancy.Dating;
import org.ancregistry.domain.pregnancy.GestationalAge;
import org.jspecify.annotations.Nullable;

/**
 * What the record says of one pregnancy, as far as indicators ask. What nobody recorded is never counted as done.
 *
 * @param registered the day of registration
 * @param ended the day on which care for it ended, where the record says so itself
 * @param born her birth date, where it is known
 * @param found in the order in which it was recorded: of two answers of one contact the later one holds
 */
public record PregnancyCase(
        LocalDate registered,
        @Nullable LocalDate ended,
        @Nullable LocalDate born,
        List<Seen> contacts,
        List<Found> found) {

    private static final String CLOSE_REASON = "close_reason";
    private static final Set<String> NO_PREGNANCY = Set.of("ANC.End.9", "ANC.End.10");
    private static final Set<String> BIRTH = Set.of("ANC.End.2", "ANC.End.3");
    private static final Set<String> END = Set.of("ANC.End.2", "ANC.End.3", "ANC.End.4", "ANC.End.5", "ANC.End.6");
    private static final List<String> END_DATES = List.of("delivery_date", "miscarriage_date", "death_date");
    private static final String FULLY_IMMUNIZED = "ANC.B6.DE101";
    private static final List<String> TETANUS_DOSES =
            List.of("tt1_date", "tt2_date", "tt3_date", "tt4_date", "tt5_date");
    private static final int PROTECTING_DOSES = 2;
    private static final int WEEKS_OF_A_PREGNANCY = 40;
    private static final Comparator<Found> BY_TIME =
            Comparator.comparing(Found::on).thenComparing(Found::contact);

    public PregnancyCase {
        contacts = List.copyOf(contacts);
        found = List.copyOf(found);
    }

    Stream<Found> of(String field) {
        return found.stream().filter(one -> one.field().equals(field));
    }

    boolean has(String field) {
        return of(field).findAny().isPresent();
    }

    boolean saidYes(String field) {
        return of(field).anyMatch(Found::isYes);
    }

    Optional<String> newest(String field) {
        return of(field)
                .reduce((one, next) -> BY_TIME.compare(one, next) > 0 ? one : next)
                .map(Found::value);
    }

    boolean isNewest(String field, String... codes) {
        return newest(field).filter(Set.of(codes)::contains).isPresent();
    }

    private Optional<LocalDate> day(String field) {
        return newest(field).map(LocalDate::parse);
    }

    private Optional<Dating> dating() {
        return day("edd").map(edd -> new Dating(edd, Dating.Source.LAST_PERIOD));
    }

    /** How far she was on that day, where that is known. */
    Optional<GestationalAge> ageOn(LocalDate day) {
        return dating().flatMap(dating -> dating.ageOn(day));
    }

    Optional<LocalDate> firstContact() {
        return contacts.stream().map(Seen::on).min(Comparator.naturalOrder());
    }

    long contactCount() {
        return contacts.stream().map(Seen::number).distinct().count();
    }

    long clinicContacts() {
        return contacts.stream()
                .filter(contact -> !contact.atHome())
                .map(Seen::number)
                .distinct()
                .count();
    }

    boolean wasVisitedAtHome() {
        return contacts.stream().anyMatch(Seen::atHome);
    }

    /** The day on which the record was closed, for whatever reason but that there was no pregnancy. */
    Optional<LocalDate> closed() {
        return isNewest(CLOSE_REASON, NO_PREGNANCY.toArray(String[]::new)) ? Optional.empty() : end();
    }

    private Optional<LocalDate> end() {
        return END_DATES.stream()
                .flatMap(field -> day(field).stream())
                .findFirst()
                .or(() -> of(CLOSE_REASON).map(Found::on).max(Comparator.naturalOrder()))
                .or(() -> Optional.ofNullable(ended));
    }

    /** The day on which the pregnancy ended with a birth, a loss or her death; a woman who moved is not counted. */
    Optional<LocalDate> pregnancyEnded() {
        var told = END_DATES.stream().anyMatch(this::has) || isNewest(CLOSE_REASON, END.toArray(String[]::new));
        return told ? closed() : Optional.empty();
    }

    /** The day of the birth, of a living or a dead child. */
    Optional<LocalDate> delivered() {
        return has("delivery_date")
                ? day("delivery_date")
                : isNewest(CLOSE_REASON, BIRTH.toArray(String[]::new)) ? closed() : Optional.empty();
    }

    /** The day on which she was 24 weeks, unless the pregnancy was over by then. */
    Optional<LocalDate> reached(int weeks) {
        return dating().map(dating -> dating.dayOf(weeks))
                .filter(day -> end().filter(over -> over.isBefore(day)).isEmpty());
    }

    /** The first body mass index at 12 completed weeks or before. */
    Optional<Found> earlyBmi() {
        return of("bmi").filter(bmi -> isEarly(bmi.on())).min(Comparator.comparing(Found::on));
    }

    boolean isEarly(LocalDate day) {
        return ageOn(day).filter(age -> age.weeks() <= 12).isPresent();
    }

    Optional<BigDecimal> number(String field) {
        return newest(field).map(BigDecimal::new);
    }

    /** Iron and folic acid at each contact that she had. */
    boolean hadIronAndFolicAcidAlways() {
        var numbers = contacts.stream().map(Seen::number).distinct().toList();
        return !numbers.isEmpty()
                && numbers.stream().allMatch(number -> hadAt("iron", number) && hadAt("folic_acid", number));
    }

    private boolean hadAt(String field, int contact) {
        return of(field).anyMatch(one -> one.contact() == contact && one.isYes());
    }

    boolean hadScanBefore(int weeks) {
        var days = Stream.concat(
                of("ultrasound_date").map(one -> LocalDate.parse(one.value())),
                of("ultrasound_done").filter(Found::isYes).map(Found::on));
        return days.anyMatch(
                day -> ageOn(day).filter(age -> age.weeks() < weeks).isPresent());
    }

    /** Fully immunised before, or two doses by this record, one of them in this pregnancy: two of long ago wear off. */
    boolean isProtectedFromTetanus() {
        var doses = TETANUS_DOSES.stream()
                .flatMap(dose -> of(dose).filter(Found::isYes))
                .toList();
        var number = doses.stream().map(Found::field).distinct().count();
        return isNewest("ttcv_history", FULLY_IMMUNIZED)
                || (number >= PROTECTING_DOSES && doses.stream().anyMatch(dose -> isOfThisPregnancy(dose.on())));
    }

    /** Where nobody knows when it began, it was not longer before her registration than a pregnancy takes. */
    private boolean isOfThisPregnancy(LocalDate day) {
        var began =
                dating().map(dating -> dating.dayOf(0)).orElseGet(() -> registered.minusWeeks(WEEKS_OF_A_PREGNANCY));
        return !day.isBefore(began);
    }

    /** Her age when she was registered, where her birth date is known and lies before that day. */
    public Optional<AgeGroup> ageGroup() {
        return yearsOn(registered).filter(years -> years >= 0).map(AgeGroup::of);
    }

    /** WHO's code of the highest level of education that she said last. */
    public Optional<String> education() {
        return newest("education");
    }

    /** Her completed years on that day. */
    Optional<Integer> yearsOn(LocalDate day) {
        return Optional.ofNullable(born).map(birth -> birth.until(day).getYears());
    }
}
