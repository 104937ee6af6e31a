package org.ancregistry.operations.crossreference;

import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.IdentifiedPatients;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/**
 * Tells a program by which other numbers a woman is known, on all the records that were linked as hers. A number of a record
 * that was merged away leads to her, and is not told any more.
 */
public final class CrossReferencing {

    static final String OPERATION = "$ihe-pix";

    private final IdentifiedPatients identified;
    private final OneWoman oneWoman;
    private final Records records;
    private final Reach reach;
    private final Attempts attempts;

    public CrossReferencing(
            IdentifiedPatients identified, OneWoman oneWoman, Records records, Reach reach, Attempts attempts) {
        this.identified = identified;
        this.oneWoman = oneWoman;
        this.records = records;
        this.reach = reach;
        this.attempts = attempts;
    }

    /**
     * Her other numbers and records.
     *
     * @param systems those of the numbers that are wanted; all when there is none
     */
    Parameters of(Caller caller, String source, Set<String> systems) {
        Callers.require(caller, Role.SYSTEM);
        attempts.count(caller, OPERATION);
        var parts = source.split("\\|", 2);
        if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
            throw Problem.PARAMETER_INVALID
                    .because("Give the number with its system, as in https://example.org/id|12345.")
                    .at("sourceIdentifier");
        }
        var hers = identified
                .by(parts[0], parts[1])
                .map(oneWoman::of)
                .map(all -> reach.among(caller, all))
                .filter(open -> !open.isEmpty())
                .orElseThrow(() -> Problem.NOT_FOUND
                        .because("Nobody is known by that number.")
                        .at("sourceIdentifier"));
        var answer = new Parameters();
        records.readAll(Patient.class, hers).stream()
                .filter(record -> !record.hasActive() || record.getActive())
                .forEach(record -> add(answer, record, source, systems));
        return answer;
    }

    private static void add(Parameters answer, Patient record, String source, Set<String> systems) {
        record.getIdentifier().stream()
                .filter(identifier -> identifier.getUse() != IdentifierUse.OLD
                        && (systems.isEmpty() || systems.contains(identifier.getSystem()))
                        && !source.equals(identifier.getSystem() + "|" + identifier.getValue()))
                .forEach(identifier -> answer.addParameter("targetIdentifier", bare(identifier)));
        answer.addParameter(
                "targetId", new Reference("Patient/" + record.getIdElement().getIdPart()));
    }

    private static Identifier bare(Identifier identifier) {
        return new Identifier()
                .setUse(identifier.getUse())
                .setSystem(identifier.getSystem())
                .setValue(identifier.getValue());
    }
}
