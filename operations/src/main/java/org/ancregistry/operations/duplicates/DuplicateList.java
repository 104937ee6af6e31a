package org.ancregistry.operations.duplicates;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.matching.MatchGrade;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.LikelyDuplicates;
import org.ancregistry.operations.LikelyDuplicates.Pair;
import org.ancregistry.operations.LikelyDuplicates.Wanted;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** Lists pairs for a supervisor, as far as both records are in her care, a page at a time. */
public final class DuplicateList {

    private static final int A_PAGE = 20;

    private final LikelyDuplicates duplicates;
    private final Records records;
    private final Reach reach;
    private final ZoneId zone;

    public DuplicateList(LikelyDuplicates duplicates, Records records, Reach reach, ZoneId zone) {
        this.duplicates = duplicates;
        this.records = records;
        this.reach = reach;
        this.zone = zone;
    }

    Parameters of(Caller caller, MatchGrade least, @Nullable String area, int page) {
        Callers.require(caller, Role.SUPERVISOR);
        var wanted = new Wanted(caller.areas(), area, least);
        var found = duplicates.page(wanted, (page - 1) * A_PAGE, A_PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), A_PAGE));
        var people = people(caller, shown);
        var answer = new Parameters();
        answer.addParameter("more", new BooleanType(found.size() > A_PAGE));
        shown.stream()
                .filter(pair -> people.containsKey(pair.other()) && isOpen(people.get(pair.patient()), pair.other()))
                .forEach(pair -> add(answer, pair, people));
        return answer;
    }

    /** Both are in her care, and no earlier decision has linked them. */
    private static boolean isOpen(@Nullable Patient one, String other) {
        return one != null && !LinkedRecords.all(one).contains(other);
    }

    private Map<String, Patient> people(Caller caller, List<Pair> shown) {
        var named = new LinkedHashSet<String>();
        shown.forEach(pair -> named.addAll(Set.of(pair.patient(), pair.other())));
        return records.readAll(Patient.class, reach.among(caller, named)).stream()
                .collect(Collectors.toMap(
                        patient -> "Patient/" + patient.getIdElement().getIdPart(), Function.identity()));
    }

    private void add(Parameters answer, Pair pair, Map<String, Patient> people) {
        var row = answer.addParameter().setName("pair");
        row.addPart().setName("patient").setResource(people.get(pair.patient()));
        row.addPart().setName("other").setResource(people.get(pair.other()));
        row.addPart().setName("score").setValue(new DecimalType(String.format(Locale.ROOT, "%.4f", pair.score())));
        row.addPart().setName("grade").setValue(new CodeType(pair.grade()));
        row.addPart()
                .setName("found")
                .setValue(new DateTimeType(
                        Date.from(pair.found()), TemporalPrecisionEnum.DAY, TimeZone.getTimeZone(zone)));
    }
}
