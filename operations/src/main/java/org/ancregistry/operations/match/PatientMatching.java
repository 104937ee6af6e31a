package org.ancregistry.operations.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.matching.Comparison;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Attempts;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Candidates;
import org.ancregistry.operations.Candidates.Candidate;
import org.ancregistry.operations.Candidates.Wanted;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.TypedNationalId;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;

/**
 * Finds records that may be of a person, for another program. A system finds everybody whose record is open to programs; a
 * midwife and a supervisor find those in their care. Every question is counted, so that nobody can read the registry out by asking.
 */
public final class PatientMatching {

    private static final String OPERATION = "$match";
    private static final int LOOKED_AT = 200;

    private final Transactions transactions;
    private final TypedNationalId typedIds;
    private final Candidates candidates;
    private final ByNumber byNumber;
    private final Records records;
    private final Reach reach;
    private final Limits limits;

    public PatientMatching(
            Transactions transactions,
            TypedNationalId typedIds,
            Candidates candidates,
            ByNumber byNumber,
            Records records,
            Reach reach,
            Limits limits) {
        this.transactions = transactions;
        this.typedIds = typedIds;
        this.candidates = candidates;
        this.byNumber = byNumber;
        this.records = records;
        this.reach = reach;
        this.limits = limits;
    }

    /** How often people, and how often programs, may ask. */
    public record Limits(Attempts ofPeople, Attempts ofSystems) {

        void count(Caller caller) {
            (caller.has(Role.SYSTEM) ? ofSystems : ofPeople).count(caller, OPERATION);
        }
    }

    /** Compares with the record of a number that came along. */
    public record ByNumber(PhnRegister register, LikelyRecords likely) {}

    Bundle match(Caller caller, PatientMatch asked) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR, Role.SYSTEM);
        limits.count(caller);
        var known = PatientDemographics.of(asked.person(), typedIds.in(asked.person()));
        requireSomething(asked.person(), known);
        return transactions.inOne(caller, () -> {
            var found = found(caller, asked, known);
            return asked.onlyCertain()
                    ? MatchedRecords.ofTheCertain(found, records)
                    : MatchedRecords.of(found.stream().limit(asked.count()).toList(), records);
        });
    }

    private static void requireSomething(Patient person, Demographics known) {
        var nothing = known.names().isEmpty()
                && known.birthDate() == null
                && known.phone() == null
                && known.nationalId() == null
                && Phns.of(person).isEmpty();
        if (nothing) {
            throw Problem.PARAMETER_INVALID
                    .because("Say at least a name, a birth date, a phone number or an identifier.")
                    .at("resource");
        }
    }

    private List<Candidate> found(Caller caller, PatientMatch asked, Demographics known) {
        var found = new LinkedHashMap<String, Comparison>();
        Phns.of(asked.person())
                .flatMap(phn -> byNumber.register().holderOf(phn))
                .flatMap(holder -> records.read(Patient.class, holder))
                .map(record -> byNumber.likely().compare(known, record))
                .filter(one -> one.comparison().grade() != MatchGrade.CERTAINLY_NOT)
                .ifPresent(one -> found.put(String.valueOf(one.patient()), one.comparison()));
        candidates
                .like(new Wanted(known, caller.areas()), LOOKED_AT)
                .forEach(one -> found.putIfAbsent(one.patient(), one.comparison()));
        var shown = reach.among(caller, Set.copyOf(found.keySet()));
        return found.entrySet().stream()
                .filter(one -> shown.contains(one.getKey()))
                .sorted(MatchedRecords::byGradeAndScore)
                .map(one -> new Candidate(one.getKey(), one.getValue()))
                .toList();
    }
}
