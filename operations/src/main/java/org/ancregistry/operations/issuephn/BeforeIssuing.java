package org.ancregistry.operations.issuephn;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.phn.Phn;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.OutsideLook;
import org.ancregistry.operations.OutsideLook.Seen;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.ancregistry.operations.fhir.Phns;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Patient;

/** Asks the country's directory about a person before she gets a new number: she may have one that nobody here knows. */
public final class BeforeIssuing {

    private final OutsideLook look;
    private final Transactions transactions;
    private final Records records;
    private final OpenTasks openTasks;
    private final Reach reach;
    private final Clock clock;

    public BeforeIssuing(
            OutsideLook look,
            Transactions transactions,
            Records records,
            OpenTasks openTasks,
            Reach reach,
            Clock clock) {
        this.look = look;
        this.transactions = transactions;
        this.records = records;
        this.openTasks = openTasks;
        this.reach = reach;
        this.clock = clock;
    }

    Seen look(Caller caller, String patient) {
        if (!look.isThere() || !reach.covers(caller, patient)) {
            return Seen.NOTHING;
        }
        var seen = transactions
                .inOne(caller, () -> undecided(patient))
                .map(person -> look.like(PatientDemographics.of(person, null)))
                .orElse(Seen.NOTHING);
        seen.probable(Set.of())
                .flatMap(found -> Optional.ofNullable(found.phn()))
                .ifPresent(phn -> {
                    var task = transactions.inOne(caller, () -> question(caller, patient, phn));
                    throw Problem.LIKELY_REGISTERED
                            .because(
                                    "The PHN directory very likely knows her under another number: a supervisor is asked"
                                            + " whether it is hers. Let that be decided first.")
                            .at("patient")
                            .concerning(task);
                });
        return seen;
    }

    /** Somebody without a number, about whom nobody is asked already. */
    private Optional<Patient> undecided(String patient) {
        return records.read(Patient.class, patient)
                .filter(person -> Phns.ofWoman(person).isEmpty())
                .filter(person -> openTasks.about(patient, Tasks.DECIDE_MATCH).isEmpty());
    }

    /** It outlives the refusal, so that she gets a number in the end: the directory's, or a new one. */
    private String question(Caller caller, String patient, Phn phn) {
        var person = records.read(Patient.class, patient).orElseThrow();
        var task = papers(caller, patient).decideDirectorys(person, phn);
        records.write(List.of(task));
        return Canon.referenceTo(task);
    }

    /** In the transaction that issues: the directory that did not answer is asked once more later. */
    void askAgain(Caller caller, String patient, Seen seen) {
        if (seen.unanswered()) {
            records.write(List.of(papers(caller, patient).matchLater()));
        }
    }

    private DeskPapers papers(Caller caller, String patient) {
        var by = caller.has(Role.SYSTEM) ? patient : caller.id();
        return new DeskPapers(patient, ContactMoment.now(clock), by, caller.facility());
    }
}
