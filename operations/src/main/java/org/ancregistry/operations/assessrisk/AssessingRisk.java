package org.ancregistry.operations.assessrisk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.fhir.AssessmentParts;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Asks the same rules as a contact does, over what the record holds and what another system has just found. */
public final class AssessingRisk {

    private final Transactions transactions;
    private final Reach reach;
    private final ActivePregnancies pregnancies;
    private final Records records;
    private final Assessing assessing;
    private final Clock clock;

    /** @param clock in the zone whose days count */
    public AssessingRisk(
            Transactions transactions,
            Reach reach,
            ActivePregnancies pregnancies,
            Records records,
            Assessing assessing,
            Clock clock) {
        this.transactions = transactions;
        this.reach = reach;
        this.pregnancies = pregnancies;
        this.records = records;
        this.assessing = assessing;
        this.clock = clock;
    }

    /** @param on today when findings are given, otherwise the day of her last contact, where it is absent */
    Parameters of(Caller caller, String patient, @Nullable LocalDate on, List<Resource> findings) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR, Role.DOCTOR, Role.CLINIC_NURSE, Role.SYSTEM);
        reach.require(caller, patient);
        return transactions.inOne(caller, () -> together(patient, on, findings));
    }

    private Parameters together(String patient, @Nullable LocalDate on, List<Resource> findings) {
        var pregnancy = pregnancies
                .of(patient)
                .flatMap(reference -> records.read(EpisodeOfCare.class, reference))
                .orElseThrow(() -> Problem.NOT_FOUND.because("She has no open pregnancy: register it first."));
        var day = Optional.ofNullable(on)
                .or(() -> findings.isEmpty() ? assessing.lastJudged(patient) : Optional.empty())
                .orElseGet(() -> LocalDate.now(clock));
        var answer = new Parameters();
        AssessmentParts.add(
                answer, assessing.standing(patient, day, pregnancy.getPeriod().getStartElement(), findings));
        return answer;
    }
}
