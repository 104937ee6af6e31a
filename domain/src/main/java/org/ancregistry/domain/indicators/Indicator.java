package org.ancregistry.domain.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One indicator: WHO SMART ANC's (ANC.IND) and those of Sri Lanka's district returns (IND-LK). Left out are ANC.IND.11 and
 * 13, which are for malaria and for HIV prophylaxis.
 */
public enum Indicator {
    ANC_IND_1("ANC.IND.1", Denominator.FIRST_CONTACT),
    ANC_IND_2("ANC.IND.2", Denominator.CLOSED),
    ANC_IND_3("ANC.IND.3", Denominator.CLOSED),
    ANC_IND_4("ANC.IND.4", Denominator.CLOSED),
    ANC_IND_5("ANC.IND.5", Denominator.CLOSED),
    ANC_IND_6("ANC.IND.6", Denominator.CLOSED),
    ANC_IND_7("ANC.IND.7", Denominator.CLOSED),
    ANC_IND_8("ANC.IND.8", Denominator.CLOSED),
    ANC_IND_9("ANC.IND.9", Denominator.CLOSED),
    ANC_IND_10("ANC.IND.10", Denominator.REACHED_24_WEEKS),
    ANC_IND_12("ANC.IND.12", Denominator.CLOSED),
    IND_LK_1("IND-LK-1", Denominator.REGISTERED),
    IND_LK_2("IND-LK-2", Denominator.REGISTERED),
    IND_LK_3("IND-LK-3", Denominator.REGISTERED),
    IND_LK_4("IND-LK-4", Denominator.REGISTERED),
    IND_LK_5("IND-LK-5", Denominator.REGISTERED),
    IND_LK_6("IND-LK-6", Denominator.ENDED),
    IND_LK_7("IND-LK-7", Denominator.DELIVERED),
    IND_LK_8("IND-LK-8", Denominator.DELIVERED),
    IND_LK_9("IND-LK-9", Denominator.REGISTERED),
    IND_LK_10("IND-LK-10", Denominator.REGISTERED),
    IND_LK_11("IND-LK-11", Denominator.DELIVERED),
    IND_LK_12("IND-LK-12", Denominator.EARLY_BMI),
    IND_LK_13("IND-LK-13", Denominator.REGISTERED),
    IND_LK_14("IND-LK-14", Denominator.DELIVERED),
    IND_LK_15("IND-LK-15", Denominator.DELIVERED);

    private static final BigDecimal LOW_BMI = new BigDecimal("18.5");
    private static final int THIRD_TRIMESTER_DAYS = 28 * 7;

    private final String id;
    private final Denominator of;

    Indicator(String id, Denominator of) {
        this.id = id;
        this.of = of;
    }

    /** WHO's id, or the one in the table of Sri Lanka's. */
    public String id() {
        return id;
    }

    /** The id of its Measure in the guide. */
    public String measure() {
        return id.toLowerCase(Locale.ROOT).replace('.', '-');
    }

    public Denominator of() {
        return of;
    }

    /** Whether the pregnancy counts in the numerator, once it counts at all. */
    public boolean isMet(PregnancyCase one) {
        return switch (this) {
            case ANC_IND_1 -> isEarly(one, one.firstContact());
            case ANC_IND_2 -> one.hadIronAndFolicAcidAlways();
            case ANC_IND_3 -> one.has("syphilis");
            case ANC_IND_4 -> one.contactCount() >= 4;
            case ANC_IND_5 -> one.contactCount() >= 8;
            case ANC_IND_6 -> one.saidYes("counselling_danger");
            case ANC_IND_7 -> one.has("systolic");
            case ANC_IND_8 -> hadLatePressure(one);
            case ANC_IND_9 -> one.has("fhr") || one.has("fhr_present");
            case ANC_IND_10 -> one.hadScanBefore(24);
            case ANC_IND_12 -> one.has("hiv");
            case IND_LK_1 -> isBelow(one, 8);
            case IND_LK_2 ->
                one.yearsOn(one.registered()).filter(years -> years < 20).isPresent();
            case IND_LK_3 -> gravida(one, 1, 1);
            case IND_LK_4 -> gravida(one, 5, 20);
            case IND_LK_5 -> one.isNewest("rubella", "rubella-yes");
            case IND_LK_6 -> one.isProtectedFromTetanus();
            case IND_LK_7 -> wasTestedForSyphilisByDelivery(one);
            case IND_LK_8 -> one.has("blood_group") && one.isNewest("rh", "ANC.B9.DE30", "ANC.B9.DE31");
            case IND_LK_9 -> one.wasVisitedAtHome();
            case IND_LK_10, IND_LK_11 -> one.clinicContacts() > 0;
            case IND_LK_12 -> hadLowEarlyBmi(one);
            case IND_LK_13 -> one.has("illness");
            case IND_LK_14 -> one.isNewest("delivery_place", "ANC.End.14");
            case IND_LK_15 -> one.isNewest("delivery_mode", "ANC.End.22");
        };
    }

    /** Whether it is an average of something that a pregnancy has several of, and not a share of the pregnancies. */
    public boolean isAverage() {
        return this == IND_LK_11;
    }

    /** What the pregnancy adds to the numerator, once it counts at all: how many, or one when it meets the indicator. */
    public long amount(PregnancyCase one) {
        return isAverage() ? one.clinicContacts() : isMet(one) ? 1 : 0;
    }

    public static Optional<Indicator> ofMeasure(String measure) {
        return Arrays.stream(values())
                .filter(indicator -> indicator.measure().equals(measure))
                .findFirst();
    }

    private static boolean isEarly(PregnancyCase one, Optional<LocalDate> day) {
        return day.filter(one::isEarly).isPresent();
    }

    private static boolean isBelow(PregnancyCase one, int weeks) {
        return one.ageOn(one.registered()).filter(age -> age.weeks() < weeks).isPresent();
    }

    private static boolean gravida(PregnancyCase one, int least, int most) {
        return one.number("gravida")
                .map(BigDecimal::intValue)
                .filter(number -> number >= least && number <= most)
                .isPresent();
    }

    /** WHO: later than 28 weeks. */
    private static boolean hadLatePressure(PregnancyCase one) {
        return one.of("systolic")
                .anyMatch(pressure -> one.ageOn(pressure.on())
                        .filter(age -> age.totalDays() > THIRD_TRIMESTER_DAYS)
                        .isPresent());
    }

    private static boolean wasTestedForSyphilisByDelivery(PregnancyCase one) {
        var delivered = one.delivered();
        return one.of("syphilis")
                .anyMatch(
                        test -> delivered.filter(day -> !test.on().isAfter(day)).isPresent());
    }

    private static boolean hadLowEarlyBmi(PregnancyCase one) {
        return one.earlyBmi()
                .map(bmi -> new BigDecimal(bmi.value()))
                .filter(bmi -> bmi.compareTo(LOW_BMI) < 0)
                .isPresent();
    }
}
