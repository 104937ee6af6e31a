package org.ancregistry.domain.indicators;

import java.time.LocalDate;
import java.util.Optional;

/** Of whom an indicator tells: each pregnancy counts in the period in which that day lies, or not at all. */
public enum Denominator {
    FIRST_CONTACT("first-contact"),
    REGISTERED("registered"),
    CLOSED("closed"),
    ENDED("ended"),
    DELIVERED("delivered"),
    REACHED_24_WEEKS("reached-24-weeks"),
    EARLY_BMI("early-bmi");

    private final String code;

    Denominator(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The day by which it counts; empty when it does not. */
    public Optional<LocalDate> day(PregnancyCase pregnancy) {
        return switch (this) {
            case FIRST_CONTACT -> pregnancy.firstContact();
            case REGISTERED -> Optional.of(pregnancy.registered());
            case CLOSED -> pregnancy.closed();
            case ENDED -> pregnancy.pregnancyEnded();
            case DELIVERED -> pregnancy.delivered();
            case REACHED_24_WEEKS -> pregnancy.reached(24);
            case EARLY_BMI -> pregnancy.earlyBmi().map(Found::on);
        };
    }
}
