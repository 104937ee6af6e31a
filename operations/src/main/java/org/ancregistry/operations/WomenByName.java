package org.ancregistry.operations;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.operations.Candidates.Candidate;
import org.ancregistry.operations.Candidates.Wanted;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.Patient;

/**
 * Finds the women whom a name and a birth date name. The name may be spelled otherwise; the birth date must be theirs to
 * the day, so that neither fact alone leads to anybody. Whoever keeps the clinic out is not found, as if there were no
 * such woman.
 */
public final class WomenByName {

    /** More than these no name and birth date are meant to find. */
    private static final int MOST = 10;

    private static final int LOOKED_AT = 50;

    private final Candidates candidates;
    private final Records records;
    private final OneWoman oneWoman;
    private final Reach reach;

    public WomenByName(Candidates candidates, Records records, OneWoman oneWoman, Reach reach) {
        this.candidates = candidates;
        this.records = records;
        this.oneWoman = oneWoman;
        this.reach = reach;
    }

    /** The likeliest first, each woman once. */
    public List<FoundWoman> like(Caller caller, String name, LocalDate birthDate) {
        var likely = candidates.like(wanted(name, birthDate), LOOKED_AT).stream()
                .filter(found -> isProbable(found.comparison().grade()))
                .map(Candidate::patient)
                .toList();
        var read = records.readAll(Patient.class, likely).stream()
                .collect(Collectors.toMap(Canon::referenceTo, record -> record));
        var named = likely.stream()
                .flatMap(reference -> Optional.ofNullable(read.get(reference)).stream())
                .filter(record -> birthDate.equals(PatientDemographics.birthDate(record)))
                .toList();
        var women = new LinkedHashMap<String, FoundWoman>();
        found(caller, named).forEach(woman -> women.putIfAbsent(woman.patient(), woman));
        return women.values().stream().limit(MOST).toList();
    }

    private static Wanted wanted(String name, LocalDate birthDate) {
        return Wanted.of(
                new Demographics(List.of(PersonName.of(name)), birthDate, Gender.FEMALE, null, null, null, null));
    }

    private static boolean isProbable(MatchGrade grade) {
        return grade == MatchGrade.CERTAIN || grade == MatchGrade.PROBABLE;
    }

    /** Those whom the caller may know of; whatever it takes to know that is asked about all of them at once. */
    private List<FoundWoman> found(Caller caller, List<Patient> named) {
        var each = oneWoman.each(named);
        var all = each.stream().flatMap(her -> her.all().stream()).collect(Collectors.toSet());
        var inCare = reach.among(caller, all);
        var opening = reach.wouldOpen(caller, all);
        return each.stream()
                .filter(her -> inCare.contains(her.patient()) || opening.containsAll(her.all()))
                .map(her -> new FoundWoman(her.patient(), her.record(), inCare.contains(her.patient())))
                .toList();
    }

    /**
     * A woman who was found.
     *
     * @param patient {@code Patient/…} of the record on which she is pregnant, which need not be the one that was found
     * @param record the one that was found
     * @param inCare whether the caller may open her record as it is
     */
    public record FoundWoman(String patient, Patient record, boolean inCare) {}
}
