package org.ancregistry.operations.findwoman;

import java.util.stream.Stream;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.WomenByName.FoundWoman;
import org.ancregistry.operations.fhir.HowToReach;
import org.ancregistry.operations.fhir.Initials;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * Writes a woman into the answer: enough to tell her from another of that name and birthday when she is asked where she
 * lives, or shows the end of a number. No name, no birth date and no whole number, with which more could be looked for.
 */
final class FoundParts {

    private static final int END = 3;

    private FoundParts() {}

    static void add(Parameters answer, FoundWoman woman) {
        var row = answer.addParameter().setName("woman");
        row.addPart().setName("patient").setValue(new Reference(woman.patient()));
        Initials.of(woman.record())
                .forEach(letters -> row.addPart().setName("initials").setValue(new StringType(letters)));
        place(woman.record())
                .limit(1)
                .forEach(place -> row.addPart().setName("place").setValue(new StringType(place)));
        Phns.of(woman.record())
                .ifPresent(phn -> row.addPart().setName("phn-end").setValue(new StringType(end(phn))));
        row.addPart().setName("in-care").setValue(new BooleanType(woman.inCare()));
    }

    private static Stream<String> place(Patient record) {
        return HowToReach.home(record).stream().filter(Address::hasCity).map(Address::getCity);
    }

    private static String end(Phn phn) {
        return phn.value().substring(phn.value().length() - END);
    }
}
