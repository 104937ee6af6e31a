package org.ancregistry.operations;

import java.time.Clock;
import java.time.LocalDate;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Stops a midwife whose number leads to somebody who cannot be pregnant: it was read or typed wrong. */
public final class PossibleMother {

    /** The age at which a record may be a mother's. */
    public static final int YOUNGEST = 10;

    private static final int OLDEST = 60;

    private PossibleMother() {}

    /** Whether somebody who is born on that day can be registered as a mother today. */
    public static boolean isOfAge(@Nullable LocalDate born, Clock clock) {
        var today = LocalDate.now(clock);
        return born != null && !born.isAfter(today.minusYears(YOUNGEST)) && born.isAfter(today.minusYears(OLDEST + 1L));
    }

    /**
     * Lets a woman's record pass.
     *
     * @throws Refusal {@link Problem#PHN_NOT_APPLICABLE} when it is a man's or a child's
     */
    public static void require(Patient record, Clock clock) {
        var born = PatientDemographics.birthDate(record);
        var child = born != null && born.isAfter(LocalDate.now(clock).minusYears(YOUNGEST));
        if (child || record.getGender() == AdministrativeGender.MALE) {
            throw Problem.PHN_NOT_APPLICABLE
                    .because("This PHN is a man's or a child's: stop and ask a supervisor.")
                    .at("phn");
        }
    }
}
