package org.ancregistry.operations.handover;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.AllPregnancies;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Given;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.UnitParts;
import org.ancregistry.operations.fhir.DeskPapers;
import org.ancregistry.operations.fhir.Tasks;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a mother over: the midwife she leaves gives, the one she comes to takes, and until then she has both. */
public final class HandingOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandingOver.class);

    private final Once once;
    private final Reach reach;
    private final ActivePregnancies pregnancies;
    private final AllPregnancies all;
    private final Records records;
    private final OpenTasks openTasks;
    private final UnitParts units;
    private final Clock clock;

    public HandingOver(
            Once once,
            Reach reach,
            ActivePregnancies pregnancies,
            AllPregnancies all,
            Records records,
            OpenTasks openTasks,
            UnitParts units,
            Clock clock) {
        this.once = once;
        this.reach = reach;
        this.pregnancies = pregnancies;
        this.all = all;
        this.records = records;
        this.openTasks = openTasks;
        this.units = units;
        this.clock = clock;
    }

    Parameters handOver(Caller caller, HandOver asked) {
        Callers.require(caller, Role.MIDWIFE, Role.SUPERVISOR);
        reach.require(caller, asked.patient());
        var request = new Asked(asked.requestId(), "$hand-over", asked.content());
        return once.doOnce(caller, request, () -> handOverNow(caller, asked)).parameters();
    }

    private Parameters handOverNow(Caller caller, HandOver asked) {
        var pregnancy = pregnancies
                .of(asked.patient())
                .flatMap(reference -> records.read(EpisodeOfCare.class, reference))
                .or(() -> last(asked.patient()))
                .orElseThrow(() -> Problem.NOT_FOUND.because("She has no pregnancy to hand over."));
        var open = openTasks.about(asked.patient(), Tasks.HAND_OVER).stream().findFirst();
        var papers = new DeskPapers(asked.patient(), ContactMoment.now(clock), caller.id(), caller.facility());
        var task =
                switch (asked.action()) {
                    case GIVE -> give(caller, asked, pregnancy, open, papers);
                    case TAKE -> take(caller, asked, pregnancy, given(open), papers);
                    case WITHDRAW -> withdraw(caller, pregnancy, given(open), papers);
                };
        LOG.info("Handing {} over: {} by {}", asked.patient(), asked.action(), caller.id());
        return answer(task, pregnancy);
    }

    /** A woman who gave birth, or lost a child, moves too: the area of her last pregnancy reaches her for another year. */
    private Optional<EpisodeOfCare> last(String patient) {
        return all.of(patient).stream()
                .filter(pregnancy -> pregnancy.getStatus() == EpisodeOfCareStatus.FINISHED)
                .findFirst();
    }

    private static Task given(Optional<Task> open) {
        return open.orElseThrow(() -> Problem.NOT_FOUND.because("Nobody is handing her over now."));
    }

    private Task give(Caller caller, HandOver asked, EpisodeOfCare pregnancy, Optional<Task> open, DeskPapers papers) {
        requireHers(caller, area(pregnancy));
        open.ifPresent(task -> {
            throw Problem.ALREADY_DECIDED
                    .because("She is being handed over already: withdraw that first.")
                    .concerning("Task/" + task.getIdElement().getIdPart());
        });
        var to = Given.present(asked.area(), "area");
        if (to.equals(area(pregnancy)) || !units.isMidwifeArea(to)) {
            throw Problem.PARAMETER_INVALID
                    .because("Choose another midwife's area, the one that she moves to.")
                    .at("area");
        }
        var task = papers.task(Tasks.HAND_OVER, "Take her over: she moves to your area.")
                .setOwner(new Reference(to));
        if (asked.reason() != null) {
            Tasks.note(task, papers, asked.reason());
        }
        write(List.of(task), papers, "CREATE");
        return task;
    }

    /** From now on the new area has her, with all that is left to do about her. */
    private Task take(Caller caller, HandOver asked, EpisodeOfCare pregnancy, Task task, DeskPapers papers) {
        var to = task.getOwner().getReference();
        requireHers(caller, to);
        var from = area(pregnancy);
        pregnancy.setManagingOrganization(new Reference(to));
        if (caller.has(Role.MIDWIFE)) {
            pregnancy.setCareManager(new Reference(caller.id()));
        }
        var mother = records.read(Patient.class, asked.patient())
                .orElseThrow(() -> Problem.NOT_FOUND.because("No such record among those in your care."));
        mother.setManagingOrganization(new Reference(to));
        Tasks.complete(task, papers, "take");
        var written = new ArrayList<Resource>(List.of(pregnancy, mother, task));
        written.addAll(follow(caller, asked.patient(), from, to));
        write(written, papers, "UPDATE");
        return task;
    }

    private List<Task> follow(Caller caller, String patient, String from, String to) {
        var work = new ArrayList<Task>();
        Stream.of(Tasks.DECIDE_MATCH, Tasks.ANOTHER_DAY)
                .flatMap(kind -> openTasks.about(patient, kind).stream())
                .filter(task -> from.equals(task.getOwner().getReference()))
                .forEach(task -> work.add(task.setOwner(new Reference(to))));
        if (caller.has(Role.MIDWIFE)) {
            openTasks
                    .about(patient, Tasks.VERIFY_LATER)
                    .forEach(task -> work.add(task.setOwner(new Reference(caller.id()))));
        }
        return work;
    }

    private Task withdraw(Caller caller, EpisodeOfCare pregnancy, Task task, DeskPapers papers) {
        var both = units.within(caller.areas());
        if (!both.contains(area(pregnancy)) && !both.contains(task.getOwner().getReference())) {
            throw Problem.NOT_FOUND.because("Nobody is handing her over now.");
        }
        task.setStatus(TaskStatus.CANCELLED)
                .setLastModifiedElement(papers.when().copy());
        write(List.of(task), papers, "UPDATE");
        return task;
    }

    private void requireHers(Caller caller, String area) {
        if (!units.within(caller.areas()).contains(area)) {
            throw Problem.FORBIDDEN.because("The midwife of her present area gives, the one of her new area takes.");
        }
    }

    private void write(List<? extends Resource> changed, DeskPapers papers, String activity) {
        var written = new ArrayList<Resource>(changed);
        written.add(papers.provenance(changed, activity));
        records.write(written);
    }

    private static String area(EpisodeOfCare pregnancy) {
        return Objects.requireNonNullElse(pregnancy.getManagingOrganization().getReference(), "");
    }

    private static Parameters answer(Task task, EpisodeOfCare pregnancy) {
        var answer = new Parameters();
        answer.addParameter()
                .setName("task")
                .setValue(new Reference("Task/" + task.getIdElement().getIdPart()));
        answer.addParameter("status", task.getStatus().toCode());
        answer.addParameter().setName("area").setValue(new Reference(area(pregnancy)));
        return answer;
    }
}
