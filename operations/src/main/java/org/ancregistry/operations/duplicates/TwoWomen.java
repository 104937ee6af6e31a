package org.ancregistry.operations.duplicates;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.LikelyDuplicates;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.IdentityDecisions;
import org.ancregistry.operations.fhir.IdentityDecisions.Compared;
import org.ancregistry.operations.fhir.IdentityDecisions.Decided;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a supervisor's decision that two records are of two women, with what stood on both sides. */
public final class TwoWomen {

    private static final Logger LOG = LoggerFactory.getLogger(TwoWomen.class);
    private static final String REPEATED = "repeated";

    private final Once once;
    private final Records records;
    private final Reach reach;
    private final LikelyDuplicates duplicates;
    private final LikelyRecords likely;
    private final StrongKeys keys;
    private final Clock clock;

    public TwoWomen(
            Once once,
            Records records,
            Reach reach,
            LikelyDuplicates duplicates,
            LikelyRecords likely,
            StrongKeys keys,
            Clock clock) {
        this.once = once;
        this.records = records;
        this.reach = reach;
        this.duplicates = duplicates;
        this.likely = likely;
        this.keys = keys;
        this.clock = clock;
    }

    Parameters decide(Caller caller, Asked asked, String patient, String other, String why) {
        Callers.require(caller, Role.SUPERVISOR);
        if (patient.equals(other)) {
            throw Problem.PARAMETER_INVALID.because("Both are one record.").at("other");
        }
        var answer = once.doOnce(caller, asked, () -> decideNow(caller, patient, other, why));
        return answer.told();
    }

    private Parameters decideNow(Caller caller, String patient, String other, String why) {
        if (reach.among(caller, Set.of(patient, other)).size() < 2) {
            throw Problem.NOT_FOUND.because("No such records among those in your care.");
        }
        var one = read(patient);
        var two = read(other);
        var known =
                PatientDemographics.of(one, keys.nationalIds(List.of(patient)).get(patient));
        var compared = likely.compare(known, two).comparison();
        var papers = new DeskPapers(patient, ContactMoment.now(clock), caller.id(), caller.facility());
        records.write(List.of(IdentityDecisions.record(
                papers.provenance(List.of(one, two), "UPDATE"),
                new Decided("different", why, null),
                known,
                new Compared(PatientDemographics.of(two, null), compared))));
        duplicates.decided(patient, other, false);
        LOG.info("Decided that {} and {} are two women, for {}", patient, other, caller.id());
        var answer = new Parameters();
        answer.addParameter("patient", new Reference(patient));
        answer.addParameter("other", new Reference(other));
        answer.addParameter(REPEATED, new BooleanType(false));
        return answer;
    }

    private Patient read(String reference) {
        return records.read(Patient.class, reference)
                .orElseThrow(() -> Problem.NOT_FOUND.because("No such records among those in your care."));
    }
}
