package org.ancregistry.operations.decidematch;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.domain.phn.PhnRegister;
import org.ancregistry.operations.Candidates.Wanted;
import org.ancregistry.operations.LikelyRecord;
import org.ancregistry.operations.LikelyRecords;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.hl7.fhir.r4.model.Patient;

/**
 * Lays a mother beside the records that may be hers. Records of other areas are shown only where she had proved who she
 * is, or where the registry itself named them.
 */
public final class BothSides {

    private final PhnRegister register;
    private final Records records;
    private final LikelyRecords likely;
    private final Reach reach;

    public BothSides(PhnRegister register, Records records, LikelyRecords likely, Reach reach) {
        this.register = register;
        this.records = records;
        this.likely = likely;
        this.reach = reach;
    }

    /** The record of the number that she showed first, then the one that was named, then those that were found. */
    List<LikelyRecord> of(Caller caller, OpenMatch match) {
        var sides = new LinkedHashMap<String, LikelyRecord>();
        var named = new HashSet<String>();
        holderOfClaimed(match).ifPresent(named::add);
        match.candidate().ifPresent(named::add);
        records.readAll(Patient.class, shown(caller, match, named)).forEach(record -> {
            sides.put("Patient/" + record.getIdElement().getIdPart(), likely.compare(match.known(), record));
        });
        likely.like(Wanted.of(match.known()), null, found -> shown(caller, match, found))
                .forEach(found -> sides.putIfAbsent(String.valueOf(found.patient()), found));
        return List.copyOf(sides.values());
    }

    private Optional<String> holderOfClaimed(OpenMatch match) {
        return match.claimedPhn().flatMap(Phn::parse).flatMap(register::holderOf);
    }

    private Set<String> shown(Caller caller, OpenMatch match, Set<String> found) {
        var others = new HashSet<>(found);
        others.remove(match.patient());
        if (match.verified()) {
            return others;
        }
        var shown = new HashSet<>(reach.among(caller, others));
        match.candidate().filter(others::contains).ifPresent(shown::add);
        return shown;
    }
}
