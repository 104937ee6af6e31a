package org.ancregistry.operations.importanc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.inbound.ImportFinding.Kind;
import org.ancregistry.domain.matching.FieldResult;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.NationalIdHashes;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.OneWoman;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.StrongKeys.StrongKey;
import org.ancregistry.operations.fhir.Canon;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record of the mother that is brought. A number that was typed elsewhere proves nothing: where the record behind
 * it does not look like hers, everything is refused.
 */
public final class KnownToImport {

    private static final String IDENTIFIER = "resource.identifier";

    private final PhnRegister register;
    private final Records records;
    private final StrongKeys keys;
    private final LikelyRecords likely;
    private final OneWoman oneWoman;

    public KnownToImport(
            PhnRegister register, Records records, StrongKeys keys, LikelyRecords likely, OneWoman oneWoman) {
        this.register = register;
        this.records = records;
        this.keys = keys;
        this.likely = likely;
        this.oneWoman = oneWoman;
    }

    /** Her record; empty when there is none, or something speaks against it that is then among the findings. */
    Optional<Patient> of(
            Sent.Mother sent, @Nullable String brought, @Nullable Phn phn, Demographics said, Findings findings) {
        var holder = phn == null ? Optional.<String>empty() : register.holderOf(phn);
        var reference = brought == null ? holder : Optional.of(brought);
        var record = reference.flatMap(known -> records.read(Patient.class, known));
        var numbered = holderOf(said.nationalId(), reference.isEmpty());
        var hers = record.map(oneWoman::of).orElse(Set.of());
        if (Stream.of(holder, numbered).flatMap(Optional::stream).anyMatch(one -> !hers.contains(one))) {
            findings.add(
                    sent.entry(),
                    Kind.ANOTHER_WOMAN,
                    IDENTIFIER,
                    "One of her numbers stands on another record here: a supervisor has to look at both.");
            return Optional.empty();
        }
        record.ifPresent(known -> compare(sent, said, known, brought != null, findings));
        return record.map(this::inCare);
    }

    /** Of records that a supervisor linked as one woman's, the one on which she is pregnant. */
    private Patient inCare(Patient record) {
        return oneWoman.inCare(record)
                .filter(one -> !one.equals(Canon.referenceTo(record)))
                .flatMap(one -> records.read(Patient.class, one))
                .orElse(record);
    }

    /** Whose the national ID number is; for a new record it is taken, so that nobody else is registered under it meanwhile. */
    private Optional<String> holderOf(@Nullable NationalIdHashes nationalId, boolean take) {
        if (nationalId == null) {
            return Optional.empty();
        }
        var key = List.of(StrongKey.of(nationalId));
        return (take ? keys.take(key) : keys.holders(key)).stream().findFirst();
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
}
