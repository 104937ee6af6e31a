package org.ancregistry.operations.importanc;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ancregistry.domain.access.Importer;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Candidates.Wanted;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.PossibleMother;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.StrongKeys.StrongKey;
import org.ancregistry.operations.TypedNationalId;
import org.ancregistry.operations.fhir.Assurance;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.MotherRecord;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Adds what is brought of a mother to her record, or begins one. */
public final class ImportedMothers {

    private static final String IDENTIFIER = "resource.identifier";

    private final KnownToImport known;
    private final PhnRegister register;
    private final PhnPolicy policy;
    private final StrongKeys keys;
    private final OpenTasks tasks;
    private final LikelyRecords likely;
    private final TypedNationalId typedIds;
    private final Clock clock;

    public ImportedMothers(
            KnownToImport known,
            PhnRegister register,
            PhnPolicy policy,
            StrongKeys keys,
            OpenTasks tasks,
            LikelyRecords likely,
            TypedNationalId typedIds,
            Clock clock) {
        this.known = known;
        this.register = register;
        this.policy = policy;
        this.keys = keys;
        this.tasks = tasks;
        this.likely = likely;
        this.typedIds = typedIds;
        this.clock = clock;
    }

    /**
     * A mother ready to be written.
     *
     * @param known the reference of her record; absent when it is begun now
     * @param changed whether her record has to be written
     * @param nationalId what is to be kept of her number beside the record
     * @param phnToDecide a number that a supervisor has to decide about
     * @param candidate {@code Patient/…} that may be her, too
     */
    record Mother(
            Patient record,
            @Nullable String known,
            boolean changed,
            @Nullable NationalIdHashes nationalId,
            @Nullable String phnToDecide,
            @Nullable String candidate) {

        boolean isNew() {
            return known == null;
        }

        String reference() {
            return Canon.referenceTo(record);
        }
    }

    /** The mother, or everything that speaks against it among the findings. */
    Mother of(Sent.Mother sent, @Nullable String brought, Importer importer, Findings findings) {
        var said = PatientDemographics.of(sent.person(), typedIds.in(sent.person()));
        var phn = phn(sent, findings);
        requirePossible(sent, findings);
        findings.refuseWrong();
        var woman = new Wanted(said, Set.of(importer.area()));
        likely.hold(woman);
        var before = known.of(sent, brought, phn, said, findings);
        findings.refuseWrong();
        var record = before.map(known -> MotherRecord.of(known.copy()))
                .orElseGet(() -> MotherRecord.begun().caredForBy(importer.area()));
        record.fillFrom(said, Assurance.DECLARED);
        addRegistrationNumber(record.patient(), sent.person());
        var toDecide = bind(sent, phn, record.patient(), before.isEmpty(), findings);
        var candidate = before.isEmpty() ? candidate(sent, woman, findings) : null;
        if (before.isEmpty()) {
            findings.add(
                    sent.entry(),
                    Kind.CONSENT_TO_ASK,
                    "resource",
                    "No consent came with her: ask her at the next contact.");
        }
        return new Mother(
                record.patient(),
                before.map(Canon::referenceTo).orElse(null),
                before.filter(record.patient()::equalsDeep).isEmpty(),
                before.isEmpty() ? said.nationalId() : null,
                toDecide,
                candidate);
    }

    private @Nullable Phn phn(Sent.Mother sent, Findings findings) {
        if (sent.phn() == null) {
            return null;
        }
        var phn = Phn.parse(sent.phn());
        if (phn.isEmpty()) {
            findings.add(
                    sent.entry(),
                    Kind.MOTHER_UNCLEAR,
                    IDENTIFIER,
                    Phn.malformed(sent.phn()).orElse("This is no PHN."));
        } else if (register.retired(phn.get())) {
            findings.add(sent.entry(), Kind.MOTHER_UNCLEAR, IDENTIFIER, "This PHN is out of use: ask a supervisor.");
        }
        return phn.orElse(null);
    }

    private void requirePossible(Sent.Mother sent, Findings findings) {
        var person = sent.person();
        var born = PatientDemographics.birthDate(person);
        require(person.hasName(), sent, findings, "resource.name", "Her name is missing.");
        require(
                person.getGender() == AdministrativeGender.FEMALE,
                sent,
                findings,
                "resource.gender",
                "A mother's sex is female.");
        require(
                PossibleMother.isOfAge(born, clock),
                sent,
                findings,
                "resource.birthDate",
                "A mother has a whole birth date and is 10 to 60 years old.");
    }

    private static void require(boolean holds, Sent.Mother sent, Findings findings, String element, String message) {
        if (!holds) {
            findings.add(sent.entry(), Kind.MOTHER_UNCLEAR, element, message);
        }
    }

    private static void addRegistrationNumber(Patient record, Patient sent) {
        SentMother.registrationNumber(sent)
                .filter(identifier -> record.getIdentifier().stream()
                        .noneMatch(known -> SentMother.REGISTRATION_NUMBER.equals(known.getSystem())))
                .ifPresent(identifier -> record.addIdentifier(new Identifier()
                        .setUse(Identifier.IdentifierUse.SECONDARY)
                        .setSystem(SentMother.REGISTRATION_NUMBER)
                        .setValue(identifier.getValue())));
    }

    /** Gives her the number, or leaves it to a supervisor; returns the number that is left. */
    private @Nullable String bind(
            Sent.Mother sent, @Nullable Phn phn, Patient record, boolean isNew, Findings findings) {
        var held = Phns.ofWoman(record);
        if (held.isPresent()) {
            if (phn != null && !held.get().equals(phn) && register.holderOf(phn).isEmpty()) {
                findings.add(
                        sent.entry(), Kind.ANOTHER_WOMAN, IDENTIFIER, "She holds another PHN here: ask a supervisor.");
            }
            return null;
        }
        if (!isNew
                && !tasks.about(Canon.referenceTo(record), Tasks.DECIDE_MATCH).isEmpty()) {
            if (phn != null) {
                findings.add(
                        sent.entry(),
                        Kind.PHN_TO_DECIDE,
                        IDENTIFIER,
                        "A supervisor is deciding which PHN is hers: this one is left to that decision.");
            }
            return null;
        }
        if (phn != null && policy.check(phn).known() && !sent.isDoubtful()) {
            record.addIdentifier(Phns.identifier(phn));
            return null;
        }
        if (isNew) {
            findings.add(sent.entry(), Kind.PHN_TO_DECIDE, IDENTIFIER, whyToDecide(sent));
            return phn == null ? "" : phn.value();
        }
        return null;
    }

    private static String whyToDecide(Sent.Mother sent) {
        if (sent.phn() == null) {
            return "She comes without a PHN: a supervisor decides.";
        }
        return sent.isDoubtful()
                ? "The PHN directory does not say that this PHN is hers: a supervisor decides."
                : "No known check character fits this PHN: a supervisor decides whether it is hers.";
    }

    private @Nullable String candidate(Sent.Mother sent, Wanted woman, Findings findings) {
        var found = likely.like(woman, null, all -> all).stream()
                .filter(record -> record.comparison().grade() == MatchGrade.CERTAIN
                        || record.comparison().grade() == MatchGrade.PROBABLE)
                .map(record -> record.patient())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (found != null) {
            findings.add(
                    sent.entry(),
                    Kind.MAY_BE_KNOWN,
                    "resource",
                    "A record here looks like hers: a supervisor decides whether the two are one.");
        }
        return found;
    }

    /** Once she is stored: nobody else is registered under her national ID number any more. */
    void remember(Mother mother) {
        var nationalId = mother.nationalId();
        if (nationalId != null) {
            keys.belongTo(mother.reference(), List.of(StrongKey.of(nationalId)));
            keys.keep(mother.reference(), nationalId);
        }
    }
}
