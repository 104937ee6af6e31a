package org.ancregistry.operations.verifyidentity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.domain.identity.Subject;
import org.ancregistry.domain.matching.PersonScorer;
import org.ancregistry.operations.LiveEvidence;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.RequestKey;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.StrongKeys.StrongKey;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.ancregistry.operations.fhir.MotherRecord;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.Patient;

/** Lays what a mother proves beside what was declared for her, and binds it to her record for good. */
public final class Proofs {

    private final LiveEvidence evidences;
    private final Records records;
    private final StrongKeys keys;
    private final LinkedPeople linked;
    private final PersonScorer scorer;

    public Proofs(LiveEvidence evidences, Records records, StrongKeys keys, LinkedPeople linked, PersonScorer scorer) {
        this.evidences = evidences;
        this.records = records;
        this.keys = keys;
        this.linked = linked;
        this.scorer = scorer;
    }

    Verification of(Caller caller, VerifyIdentity asked) {
        var evidence = evidences.require(caller, asked.evidence(), asked.draft());
        var mother = records.read(Patient.class, asked.patient())
                .orElseThrow(() -> Problem.NOT_FOUND.because("No such record among those in your care."));
        if (MotherRecord.of(mother).isVerified()) {
            throw Problem.ALREADY_VERIFIED.because("Her identity is verified already: nothing is left to do.");
        }
        var nationalId = keys.nationalIds(List.of(asked.patient())).get(asked.patient());
        var declared = PatientDemographics.of(mother, nationalId);
        return new Verification(
                mother,
                evidence,
                declared,
                scorer.compare(evidence.verified(), declared),
                another(mother, holders(evidence)).orElse(null));
    }

    private static Optional<String> another(Patient mother, Set<String> holders) {
        var others = new HashSet<>(holders);
        others.remove("Patient/" + mother.getIdElement().getIdPart());
        LinkedRecords.any(mother).ifPresent(others::remove);
        return others.stream().sorted().findFirst();
    }

    /** Whose those proofs are already. */
    private Set<String> holders(IdentityEvidence evidence) {
        var holders = new HashSet<>(keys.holders(strong(evidence)));
        linked.behind(new Subject(evidence.provider(), evidence.subject())).ifPresent(holders::add);
        return holders;
    }

    private static List<StrongKey> strong(IdentityEvidence evidence) {
        var strong = new ArrayList<StrongKey>();
        strong.add(StrongKey.of(new Subject(evidence.provider(), evidence.subject())));
        if (evidence.verified().nationalId() != null) {
            strong.add(StrongKey.of(evidence.verified().nationalId()));
        }
        return strong;
    }

    /** Binds what nobody else holds. What her linked earlier record holds stays there. */
    void bind(Caller caller, VerifyIdentity asked, Verification verification, String requestId) {
        var evidence = verification.evidence();
        var holders = keys.take(strong(evidence));
        another(verification.mother(), holders).ifPresent(other -> {
            throw boundToAnother().concerning(other);
        });
        var owner = LinkedRecords.any(verification.mother())
                .filter(earlier -> !holders.isEmpty())
                .orElse(asked.patient());
        keys.belongTo(owner, strong(evidence));
        if (evidence.verified().nationalId() != null) {
            keys.keep(asked.patient(), evidence.verified().nationalId());
        }
        if (!linked.link(verification.subject(), owner)) {
            throw boundToAnother();
        }
        evidences.useUp(evidence, RequestKey.of(caller, requestId));
    }

    private static Refusal boundToAnother() {
        return Problem.SUBJECT_ALREADY_REGISTERED.because("Her identity is bound to another record: compare again.");
    }
}
