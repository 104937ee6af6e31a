package org.ancregistry.operations.decidematch;

import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.StrongKeys;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;

/** Finds what a supervisor of the mother's own area is asked to decide; for everybody else there is no such task. */
public final class MatchTasks {

    private final Records records;
    private final StrongKeys keys;
    private final Reach reach;

    public MatchTasks(Records records, StrongKeys keys, Reach reach) {
        this.records = records;
        this.keys = keys;
        this.reach = reach;
    }

    OpenMatch of(Caller caller, String reference) {
        var task = records.read(Task.class, reference)
                .filter(found -> Tasks.is(found, Tasks.DECIDE_MATCH))
                .filter(found -> reach.covers(caller, Tasks.patient(found)))
                .orElseThrow(MatchTasks::noSuchTask);
        var patient = Tasks.patient(task);
        var mother = records.read(Patient.class, patient).orElseThrow(MatchTasks::noSuchTask);
        var nationalId = keys.nationalIds(List.of(patient)).get(patient);
        return new OpenMatch(task, mother, PatientDemographics.of(mother, nationalId));
    }

    private static Refusal noSuchTask() {
        return Problem.NOT_FOUND.because("There is no such decision to make in your area.");
    }
}
