package org.ancregistry.operations.askclinic;

import java.time.Clock;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.operations.ActivePregnancies;
import org.ancregistry.operations.Callers;
import org.ancregistry.operations.ContactMoment;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Once.Asked;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Records;
import org.ancregistry.operations.fhir.Appointments;
import org.ancregistry.operations.fhir.AskedTasks;
import org.ancregistry.operations.fhir.DeskPapers;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes down what a mother asks for herself: another day, or who somebody is that looked at her record. */
public final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final Once once;
    private final Records records;
    private final ActivePregnancies pregnancies;
    private final OpenQuestions questions;
    private final Trail trail;
    private final Clock clock;

    public Asking(
            Once once,
            Records records,
            ActivePregnancies pregnancies,
            OpenQuestions questions,
            Trail trail,
            Clock clock) {
        this.once = once;
        this.records = records;
        this.pregnancies = pregnancies;
        this.questions = questions;
        this.trail = trail;
        this.clock = clock;
    }

    Parameters ask(Caller caller, AskClinic asked) {
        Callers.require(caller, Role.MOTHER);
        if (!caller.id().equals(asked.patient())) {
            throw Problem.NOT_FOUND.because("That is not your record.");
        }
        var request = new Asked(asked.requestId(), "$ask-clinic", asked.content());
        return once.doOnce(caller, request, () -> askNow(caller, asked)).told();
    }

    private Parameters askNow(Caller caller, AskClinic asked) {
        questions.hold(asked.patient());
        var papers = new DeskPapers(asked.patient(), ContactMoment.now(clock), caller.id(), null);
        var task = task(asked, papers);
        requireFirst(asked);
        records.write(List.of(task, papers.provenance(List.of(task), "CREATE")));
        LOG.info("Asked for {} by {}", asked.kind().code(), caller.id());
        return AskedAnswer.of(task);
    }

    private Task task(AskClinic asked, DeskPapers papers) {
        return switch (asked.kind()) {
            case ANOTHER_DAY -> anotherDay(asked, papers);
            case WHO_LOOKED -> whoLooked(asked, papers);
        };
    }

    private Task anotherDay(AskClinic asked, DeskPapers papers) {
        var isHers = records.read(Appointment.class, asked.about())
                .filter(appointment -> Appointments.isOf(appointment, asked.patient()))
                .filter(this::isToCome)
                .isPresent();
        if (!isHers) {
            throw Problem.NOT_FOUND
                    .because("You have no such appointment to come.")
                    .at("about");
        }
        return AskedTasks.anotherDay(papers, asked.about(), area(asked.patient()), asked.words());
    }

    private boolean isToCome(Appointment appointment) {
        return Appointments.stands(appointment)
                && appointment.getStart() != null
                && appointment.getStart().toInstant().isAfter(clock.instant());
    }

    /** The area that looks after her pregnancy. */
    private @Nullable Reference area(String patient) {
        return pregnancies
                .of(patient)
                .flatMap(pregnancy -> records.read(EpisodeOfCare.class, pregnancy))
                .filter(EpisodeOfCare::hasManagingOrganization)
                .map(EpisodeOfCare::getManagingOrganization)
                .orElse(null);
    }

    private Task whoLooked(AskClinic asked, DeskPapers papers) {
        var event = asked.about().substring(asked.about().indexOf('/') + 1);
        if (!trail.isByAnother(event, asked.patient())) {
            throw Problem.NOT_FOUND
                    .because("Nobody else did that with your record.")
                    .at("about");
        }
        return AskedTasks.whoLooked(papers, event, asked.words());
    }

    /** A second question about the same would be answered twice, and perhaps differently. */
    private void requireFirst(AskClinic asked) {
        var isOpen = questions.of(asked.patient(), asked.kind().code()).stream()
                .anyMatch(task -> AskedTasks.about(task).equals(asked.about()));
        if (isOpen) {
            throw Problem.ALREADY_ASKED
                    .because("You asked about this before, and nobody has answered yet.")
                    .at("about");
        }
    }
}
