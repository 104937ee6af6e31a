package org.ancregistry.operations.whosephn;

import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.EmergencyHolders;
import org.ancregistry.operations.EmergencyHolders.Holder;
import org.ancregistry.operations.fhir.Initials;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a doctor whose number she typed, by initials and the year of birth, before she opens that record in an emergency: a
 * slip of the pen may be another woman's number. Each question is counted, and the woman sees that she was looked for.
 */
public final class NamingHolders {

    private static final Logger LOG = LoggerFactory.getLogger(NamingHolders.class);
    private static final int YEAR = 4;

    private final Attempts attempts;
    private final EmergencyHolders holders;

    public NamingHolders(Attempts attempts, EmergencyHolders holders) {
        this.attempts = attempts;
        this.holders = holders;
    }

    Parameters name(Caller caller, String phn) {
        Callers.require(caller, Role.DOCTOR);
        attempts.count(caller, "$whose-phn");
        var holder = holders.of(caller, phn);
        LOG.info("Told {} by initials whose number {} is", caller.id(), holder.patient());
        return answer(holder);
    }

    private static Parameters answer(Holder holder) {
        var answer = new Parameters();
        answer.addParameter().setName("patient").setValue(new Reference(holder.patient()));
        Initials.of(holder.record())
                .forEach(letters -> answer.addParameter().setName("initials").setValue(new StringType(letters)));
        var born = holder.record().getBirthDateElement().getValueAsString();
        if (born != null && born.length() >= YEAR) {
            answer.addParameter().setName("birth-year").setValue(new IntegerType(born.substring(0, YEAR)));
        }
        return answer;
    }
}
