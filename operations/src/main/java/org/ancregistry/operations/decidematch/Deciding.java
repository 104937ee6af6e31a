package org.ancregistry.operations.decidematch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.LikelyRecord;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.OutsideLook.Seen;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.SeenVersion;
import org.ancregistry.operations.Transactions;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.IdentityDecisions;
import org.ancregistry.operations.fhir.IdentityDecisions.Decided;
import org.ancregistry.operations.fhir.LinkedRecords;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a supervisor decide what a midwife was not sure about: once, on what she saw, and so that it can be taken back. */
public final class Deciding {

    private static final Logger LOG = LoggerFactory.getLogger(Deciding.class);

    private final Once once;
    private final Transactions transactions;
    private final Records records;
    private final MatchTasks tasks;
    private final BothSides sides;
    private final Numbers numbers;
    private final Links links;
    private final MatchAnswer answers;
    private final DirectorySide directory;
    private final Clock clock;

    public Deciding(
            Once once,
            Transactions transactions,
            Records records,
            MatchTasks tasks,
            BothSides sides,
            Numbers numbers,
            Links links,
            MatchAnswer answers,
            DirectorySide directory,
            Clock clock) {
        this.once = once;
        this.transactions = transactions;
        this.records = records;
        this.tasks = tasks;
        this.sides = sides;
        this.numbers = numbers;
        this.links = links;
        this.answers = answers;
        this.directory = directory;
        this.clock = clock;
    }

    Parameters decide(Caller caller, DecideMatch asked) {
        Callers.require(caller, Role.SUPERVISOR);
        var decision = asked.decision();
        if (decision == null) {
            return bothSides(caller, asked.task());
        }
        var request = new Asked(
                Given.present(asked.how().requestId(), "request-id"),
                "$decide-match",
                asked.how().content());
        var answer = once.doOnce(
                caller, request, () -> outside(caller, asked, decision), seen -> decideNow(caller, asked, decision));
        return answer.told();
    }

    private Parameters bothSides(Caller caller, String task) {
        var shown = transactions.inOne(caller, () -> {
            var match = tasks.of(caller, task);
            return new Shown(match, sides.of(caller, match));
        });
        return answers.bothSides(shown.match(), shown.sides(), directory.of(shown.match()));
    }

    private record Shown(OpenMatch match, List<LikelyRecord> sides) {}

    private Seen outside(Caller caller, DecideMatch asked, MatchDecision decision) {
        return decision == MatchDecision.PHN_IS_HERS
                ? directory.beforeBinding(transactions.inOne(caller, () -> tasks.of(caller, asked.task())), asked)
                : Seen.NOTHING;
    }

    private Parameters decideNow(Caller caller, DecideMatch asked, MatchDecision decision) {
        var match = tasks.of(caller, asked.task());
        SeenVersion.require(
                Given.present(asked.how().basedOn(), "based-on"),
                match.task(),
                "Somebody wrote about this decision after you opened it: look at it again.");
        requireOpen(decision, match);
        var why = asked.how().why();
        var outcome = outcome(caller, match, asked, decision);
        var papers = new DeskPapers(match.patient(), ContactMoment.now(clock), caller.id(), caller.facility());
        follow(match.task(), decision, outcome, papers, why);
        var written = new ArrayList<Resource>(outcome.changed());
        written.add(match.task());
        directory.laterLook(match, outcome, papers).ifPresent(written::add);
        var number = outcome.number();
        var decided = new Decided(decision.code(), why, number == null ? null : number.phn());
        written.add(IdentityDecisions.record(
                papers.provenance(written, "UPDATE"), decided, match.known(), outcome.compared()));
        records.write(written);
        LOG.info("Decided {} about {} for {}", decision.code(), asked.task(), caller.id());
        return MatchAnswer.decided(match, outcome);
    }

    private Outcome outcome(Caller caller, OpenMatch match, DecideMatch asked, MatchDecision decision) {
        return switch (decision) {
            case PHN_IS_HERS -> numbers.bind(caller, match, asked);
            case DIFFERENT -> different(caller, match, asked);
            case SAME -> links.join(caller, match, asked);
            case LATER -> Outcome.nothing(null);
            case UNDO -> links.part(match);
        };
    }

    private Outcome different(Caller caller, OpenMatch match, DecideMatch asked) {
        var outcome = numbers.issue(caller, match, asked);
        links.different(match, asked);
        return outcome;
    }

    private static void follow(Task task, MatchDecision decision, Outcome outcome, DeskPapers papers, String why) {
        Tasks.note(task, papers, why);
        if (decision == MatchDecision.UNDO) {
            Tasks.reopen(task);
        } else if (decision != MatchDecision.LATER) {
            Tasks.complete(task, papers, decision.code());
        }
        if (decision == MatchDecision.SAME && outcome.other() != null) {
            Tasks.linked(task, outcome.other());
        }
    }

    private static void requireOpen(MatchDecision decision, OpenMatch match) {
        var linked = Tasks.decision(match.task())
                .filter(MatchDecision.SAME.code()::equals)
                .isPresent();
        var possible = decision == MatchDecision.UNDO ? linked : Tasks.isOpen(match.task());
        if (!possible) {
            throw Problem.ALREADY_DECIDED.because(
                    linked
                            ? "This is decided: take the link back first to decide otherwise."
                            : "This is decided and cannot be decided again.");
        }
        if (decision != MatchDecision.UNDO
                && decision != MatchDecision.LATER
                && LinkedRecords.any(match.mother()).isPresent()) {
            throw Problem.ALREADY_DECIDED
                    .because("Her record is linked to another one by an earlier decision: take that back first.")
                    .concerning(LinkedRecords.any(match.mother()).get());
        }
    }
}
