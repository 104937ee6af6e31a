package org.ancregistry.portals.record;

import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/**
 * Reads how often a medicine is taken from the codes of FHIR's Timing. What is not understood whole is said to be written in
 * the record, never told in part: half a dosage is a wrong dosage.
 */
final class Timings {

    private static final Medicine.Timing OTHER = new Medicine.Timing("medicine.timing.other", 0);

    private Timings() {}

    /** Empty where nothing is said about it. */
    static Optional<Medicine.Timing> read(Dosage dosage) {
        if (!dosage.hasTiming() && !dosage.hasAsNeeded() && !dosage.hasMaxDosePerPeriod()) {
            return Optional.empty();
        }
        var repeat = dosage.getTiming().getRepeat();
        var understood = dosage.hasTiming()
                && isPlain(repeat)
                && !dosage.hasAsNeeded()
                && !dosage.hasMaxDosePerPeriod()
                && repeat.getPeriod().stripTrailingZeros().scale() <= 0;
        return Optional.of(understood ? told(repeat) : OTHER);
    }

    /** A frequency in a period and nothing beside. */
    private static boolean isPlain(TimingRepeatComponent repeat) {
        return repeat.hasFrequency()
                && repeat.hasPeriod()
                && repeat.hasPeriodUnit()
                && !repeat.hasBounds()
                && !repeat.hasCount()
                && !repeat.hasDuration()
                && !repeat.hasFrequencyMax()
                && !repeat.hasPeriodMax()
                && !repeat.hasWhen()
                && !repeat.hasOffset()
                && !repeat.hasTimeOfDay()
                && !repeat.hasDayOfWeek();
    }

    private static Medicine.Timing told(TimingRepeatComponent repeat) {
        var isOne = repeat.getPeriod().compareTo(BigDecimal.ONE) == 0;
        if (isOne && repeat.getPeriodUnit() == UnitsOfTime.D) {
            return new Medicine.Timing("medicine.timing.day", repeat.getFrequency());
        }
        if (isOne && repeat.getPeriodUnit() == UnitsOfTime.WK) {
            return new Medicine.Timing("medicine.timing.week", repeat.getFrequency());
        }
        return repeat.getFrequency() == 1 && repeat.getPeriodUnit() == UnitsOfTime.H
                ? new Medicine.Timing(
                        "medicine.timing.hours", repeat.getPeriod().intValue())
                : OTHER;
    }
}
