package org.ancregistry.operations.importanc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Importer;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.domain.matching.FieldResult;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.StrongKeys.StrongKey;
import org.ancregistry.operations.TypedNationalId;
import org.ancregistry.operations.fhir.Assurance;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.MotherRecord;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record of the mother that is brought, or begins one. A number that was typed elsewhere proves nothing: where the
 * record behind it does not look like hers, everything is refused.
 */
public final class ImportedMothers {

    private static final int YOUNGEST = 10;
    private static final int OLDEST = 60;
    private static final String IDENTIFIER = "resource.identifier";

    private final PhnRegister register;
    private final PhnPolicy policy;
    private final Records records;
    private final StrongKeys keys;
    private final LikelyRecords likely;
    private final TypedNationalId typedIds;
    private final Clock clock;

    public ImportedMothers(
            PhnRegister register,
            PhnPolicy policy,
            Records records,
            StrongKeys keys,
            LikelyRecords likely,
            TypedNationalId typedIds,
            Clock clock) {
        this.register = register;
        this.policy = policy;
        this.records = records;
        this.keys = keys;
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
        var before = known(sent, brought, phn, said, findings);
        findings.refuseWrong();
        var record = before.map(known -> MotherRecord.of(known.copy()))
                .orElseGet(() -> MotherRecord.begun().caredForBy(importer.area()));
        record.fillFrom(said, Assurance.DECLARED);
        addRegistrationNumber(record.patient(), sent.person());
        var toDecide = bind(sent, phn, record.patient(), before.isEmpty(), findings);
        var candidate = before.isEmpty() ? candidate(sent, said, findings) : null;
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
        var today = LocalDate.now(clock);
        require(person.hasName(), sent, findings, "resource.name", "Her name is missing.");
        require(
                person.getGender() == AdministrativeGender.FEMALE,
                sent,
                findings,
                "resource.gender",
                "A mother's sex is female.");
        require(
                born != null
                        && !born.isAfter(today.minusYears(YOUNGEST))
                        && born.isAfter(today.minusYears(OLDEST + 1L)),
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

    private Optional<Patient> known(
            Sent.Mother sent, @Nullable String brought, @Nullable Phn phn, Demographics said, Findings findings) {
        var holder = phn == null ? Optional.<String>empty() : register.holderOf(phn);
        var reference = brought == null ? holder : Optional.of(brought);
        var numbered = holderOf(said.nationalId(), reference.isEmpty());
        if (differ(holder, reference) || (numbered.isPresent() && !numbered.equals(reference))) {
            findings.add(
                    sent.entry(),
                    Kind.ANOTHER_WOMAN,
                    IDENTIFIER,
                    "One of her numbers stands on another record here: a supervisor has to look at both.");
            return Optional.empty();
        }
        var record = reference.flatMap(known -> records.read(Patient.class, known));
        record.ifPresent(known -> compare(sent, said, known, brought != null, findings));
        return record;
    }

    /** Whose the national ID number is; for a new record it is taken, so that nobody else is registered under it meanwhile. */
    private Optional<String> holderOf(@Nullable NationalIdHashes nationalId, boolean take) {
        if (nationalId == null) {
            return Optional.empty();
        }
        var key = List.of(StrongKey.of(nationalId));
        return (take ? keys.take(key) : keys.holders(key)).stream().findFirst();
    }

    private static boolean differ(Optional<String> holder, Optional<String> reference) {
        return holder.isPresent() && !holder.equals(reference);
    }

    /** What stands on the record stays, whatever is sent: it may be verified, and a correction is made by a person. */
    private void compare(Sent.Mother sent, Demographics said, Patient known, boolean brought, Findings findings) {
        var comparison = likely.compare(said, known).comparison();
        var isHers = comparison.grade() == MatchGrade.CERTAIN || comparison.grade() == MatchGrade.PROBABLE;
        if (!isHers && !(brought && comparison.grade() == MatchGrade.POSSIBLE)) {
            findings.add(
                    sent.entry(),
                    Kind.ANOTHER_WOMAN,
                    "resource",
                    "The record with this number does not look like hers: a supervisor has to look at both.");
            return;
        }
        var differing = comparison.fields().stream()
                .filter(field -> field.result() == FieldResult.DIFFERENT || field.result() == FieldResult.CLOSE)
                .map(field -> field.name())
                .sorted()
                .collect(Collectors.joining(", "));
        if (!differing.isEmpty()) {
            findings.add(
                    sent.entry(),
                    Kind.DIFFERS,
                    "resource",
                    "The record says otherwise and stays as it is: " + differing);
        }
    }

    private static void addRegistrationNumber(Patient record, Patient sent) {
        sent.getIdentifier().stream()
                .filter(identifier -> SentMother.REGISTRATION_NUMBER.equals(identifier.getSystem()))
                .filter(identifier -> !isNationalId(identifier))
                .filter(identifier -> record.getIdentifier().stream()
                        .noneMatch(known -> SentMother.REGISTRATION_NUMBER.equals(known.getSystem())))
                .findFirst()
                .ifPresent(identifier -> record.addIdentifier(new Identifier()
                        .setUse(Identifier.IdentifierUse.SECONDARY)
                        .setSystem(SentMother.REGISTRATION_NUMBER)
                        .setValue(identifier.getValue())));
    }

    /** Somebody may have typed it into the wrong box. */
    private static boolean isNationalId(Identifier identifier) {
        return identifier.getValue() == null || identifier.getValue().matches("[0-9]{9}[VXvx]|[0-9]{12}");
    }

    /** Gives her the number, or leaves it to a supervisor; returns the number that is left. */
    private @Nullable String bind(
            Sent.Mother sent, @Nullable Phn phn, Patient record, boolean isNew, Findings findings) {
        var held = Phns.of(record);
        if (held.isPresent()) {
            if (phn != null && !held.get().equals(phn)) {
                findings.add(
                        sent.entry(), Kind.ANOTHER_WOMAN, IDENTIFIER, "She holds another PHN here: ask a supervisor.");
            }
            return null;
        }
        if (phn != null && policy.check(phn).known()) {
            record.addIdentifier(Phns.identifier(phn));
            return null;
        }
        if (isNew) {
            findings.add(
                    sent.entry(),
                    Kind.PHN_TO_DECIDE,
                    IDENTIFIER,
                    phn == null
                            ? "She comes without a PHN: a supervisor decides."
                            : "No known check character fits this PHN: a supervisor decides whether it is hers.");
            return phn == null ? "" : phn.value();
        }
        return null;
    }

    private @Nullable String candidate(Sent.Mother sent, Demographics said, Findings findings) {
        var found = likely.like(said, null, all -> all).stream()
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
