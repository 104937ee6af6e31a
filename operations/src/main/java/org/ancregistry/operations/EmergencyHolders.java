package org.ancregistry.operations;

import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.EmergencyAccess;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.hl7.fhir.r4.model.Patient;

/** Whose record a number would open in an emergency: the same woman before it is opened and when it is. */
public final class EmergencyHolders {

    private final PhnRegister register;
    private final Records records;
    private final OneWoman oneWoman;
    private final EmergencyAccess emergencies;

    public EmergencyHolders(PhnRegister register, Records records, OneWoman oneWoman, EmergencyAccess emergencies) {
        this.register = register;
        this.records = records;
        this.oneWoman = oneWoman;
        this.emergencies = emergencies;
    }

    /**
     * Whoever holds that number.
     *
     * @throws Refusal {@link Problem#NOT_FOUND} when nobody does, {@link Problem#FORBIDDEN} when she keeps that doctor out
     */
    public Holder of(Caller caller, String typed) {
        var holder = Phn.parse(typed)
                .flatMap(register::holderOf)
                .flatMap(reference -> records.read(Patient.class, reference))
                .map(record -> new Holder(oneWoman.inCare(record).orElseGet(() -> reference(record)), record))
                .orElseThrow(
                        () -> Problem.NOT_FOUND.because("No mother with this PHN: read it once more from her card."));
        if (emergencies.isKeptOut(caller.id(), holder.patient())) {
            throw Problem.FORBIDDEN.because("You cannot open this record: have another doctor open it.");
        }
        return holder;
    }

    private static String reference(Patient record) {
        return "Patient/" + record.getIdElement().getIdPart();
    }

    /**
     * A woman and her number's record.
     *
     * @param patient {@code Patient/…} on which she is pregnant, which need not be the one that holds her number
     * @param record the one that holds it
     */
    public record Holder(String patient, Patient record) {}
}
