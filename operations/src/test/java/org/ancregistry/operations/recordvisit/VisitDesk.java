package org.ancregistry.operations.recordvisit;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.pregnancy.ContactSchedule;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.EmergenciesInMemory;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryRegistryRequests;
import org.ancregistry.operations.NothingOrdered;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.PregnancyFacts;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.DetectedIssues;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.recordvisit.RecordVisit.Correction;
import org.ancregistry.operations.recordvisit.RecordVisit.Medicine;
import org.ancregistry.operations.recordvisit.RecordVisit.NextAppointment;
import org.ancregistry.operations.recordvisit.RecordVisit.Referral;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;

/** A clinic with everything in memory: what a contact needs and what it leaves behind. */
abstract class VisitDesk {

    static final LocalDate TODAY = LocalDate.of(2026, 8, 10);

    final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), ZoneId.of("Asia/Colombo"));
    final InMemoryRecords records = new InMemoryRecords(
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom())));
    final CaredFor cared = new CaredFor();
    final EmergenciesInMemory emergencies = new EmergenciesInMemory(clock);
    final InMemoryRegistryRequests requests = new InMemoryRegistryRequests();
    final String nimali = givenNimali();
    final List<ParametersParameterComponent> answers = new ArrayList<>();
    final List<Medicine> medicines = new ArrayList<>();
    /** Twenty weeks and three days today. */
    LocalDate due = TODAY.plusDays(280 - 143);

    String requestId = "r1";
    String when = "2026-08-10T09:30:00+05:30";
    String type = "field-clinic";
    Referral referral;
    NextAppointment next;
    Correction correction;

    void healthy() {
        answer("danger_none", new BooleanType(true));
        answer("systolic", new IntegerType(118));
        answer("diastolic", new IntegerType(76));
    }

    void severe() {
        answer("danger_none", new BooleanType(true));
        answer("systolic", new IntegerType(172));
        answer("diastolic", new IntegerType(114));
    }

    void confirm() {
        answers.get(answers.size() - 1).addPart().setName("confirmed").setValue(new BooleanType(true));
    }

    /** Who confirmed each value of that field; empty where nobody did. */
    List<String> confirmedBy(String field) {
        var code = Dictionary.anc().require(field).primary().code();
        return records.all(Observation.class).stream()
                .filter(found -> found.getCode().getCodingFirstRep().getCode().equals(code))
                .map(found -> found.getExtensionByUrl(Canon.extension("anc-confirmed-by")))
                .map(by -> by == null ? "" : ((Reference) by.getValue()).getReference())
                .toList();
    }

    List<DetectedIssue> issues() {
        return records.all(DetectedIssue.class);
    }

    void next(String id) {
        requestId = id;
        answers.clear();
        referral = null;
        correction = null;
    }

    /** How the only urgent finding was answered; empty while it waits. */
    List<String> answered() {
        assertThat(issues()).hasSize(1);
        return issues().get(0).getMitigation().stream()
                .map(done -> done.getAction().getCodingFirstRep().getCode())
                .toList();
    }

    void answer(String field, Type value) {
        var answer = new ParametersParameterComponent(new StringType("answer"));
        answer.addPart().setName("field").setValue(new CodeType(field));
        answer.addPart().setName("value").setValue(value);
        answers.add(answer);
    }

    Parameters visit(String basedOn) {
        return visit(Staff.kumariTheMidwife(), basedOn);
    }

    Parameters visit(Caller caller, String basedOn) {
        return visits().write(caller, asked(nimali, basedOn));
    }

    Visits visits() {
        var facts = new FactsInMemory();
        return new Visits(
                new Once(records, requests),
                new Reach(cared),
                records.openPregnancies(),
                records,
                new VisitWriting(
                        records,
                        facts,
                        new Assessing(RuleBook.shipped(), facts, records, clock),
                        new NothingOrdered(),
                        ContactSchedule.who(),
                        clock),
                emergencies,
                clock);
    }

    RecordVisit asked(String patient, String basedOn) {
        return new RecordVisit(
                requestId,
                requestId + basedOn,
                patient,
                basedOn,
                new DateTimeType(when),
                type,
                answers,
                medicines,
                null,
                referral,
                next,
                correction);
    }

    String givenNimali() {
        var mother = records.given(new Patient());
        cared.put(mother, Staff.AREA);
        records.given(Pregnancies.opened(
                mother, Staff.AREA, "Practitioner/kumari", new DateTimeType("2026-05-01").getValue()));
        return mother;
    }

    EpisodeOfCare pregnancy() {
        return records.all(EpisodeOfCare.class).get(0);
    }

    Observation age() {
        return records.all(Observation.class).stream()
                .filter(observation ->
                        observation.getCode().getCodingFirstRep().getCode().equals("ANC.B6.DE17"))
                .findFirst()
                .orElseThrow();
    }

    String lastReason() {
        var all = records.all(Provenance.class);
        return all.get(all.size() - 1).getReasonFirstRep().getCodingFirstRep().getCode();
    }

    static String reference(Parameters answer, String name) {
        return ((Reference) answer.getParameter(name).getValue()).getReference();
    }

    static String text(Parameters answer, String name) {
        return answer.getParameter(name).getValue().primitiveValue();
    }

    private static Instant moment(RiskAssessment assessment) {
        return assessment.getOccurrenceDateTimeType().getValue().toInstant();
    }

    /** What the record says, and where nobody said otherwise that the child is due on {@link #due}. */
    final class FactsInMemory implements PregnancyFacts {

        @Override
        public Optional<LocalDate> date(String patient, String code, LocalDate since, Set<String> without) {
            return records.all(Observation.class).stream()
                    .filter(found -> found.getStatus() != ObservationStatus.ENTEREDINERROR)
                    .filter(found -> !without.contains(Canon.referenceTo(found)))
                    .filter(found ->
                            found.getCode().getCodingFirstRep().getCode().equals(code))
                    .map(found ->
                            LocalDate.parse(found.getValue().primitiveValue().substring(0, "2000-01-01".length())))
                    .reduce((earlier, later) -> later)
                    .or(() -> Optional.of(due));
        }

        @Override
        public List<Resource> foundSince(String patient, LocalDate day) {
            return records.all(Observation.class).stream()
                    .<Resource>map(Observation::copy)
                    .toList();
        }

        @Override
        public Optional<RiskAssessment> lastAssessment(String patient) {
            return records.all(RiskAssessment.class).stream()
                    .filter(assessment -> assessment.getStatus() == RiskAssessmentStatus.FINAL)
                    .reduce((one, other) -> moment(other).isBefore(moment(one)) ? one : other)
                    .map(RiskAssessment::copy);
        }

        @Override
        public List<RiskAssessment> assessments(String patient) {
            return records.all(RiskAssessment.class).stream()
                    .filter(assessment -> assessment.getStatus() == RiskAssessmentStatus.FINAL)
                    .sorted(Comparator.comparing(VisitDesk::moment).reversed())
                    .map(RiskAssessment::copy)
                    .toList();
        }

        @Override
        public List<Encounter> additionsTo(String contact) {
            return contacts(Canon.referenceTo(pregnancy())).stream()
                    .filter(added -> contact.equals(added.getPartOf().getReference()))
                    .toList();
        }

        @Override
        public List<Encounter> contacts(String pregnancy) {
            return records.all(Encounter.class).stream()
                    .filter(contact -> contact.getStatus() == EncounterStatus.FINISHED)
                    .map(Encounter::copy)
                    .toList();
        }

        @Override
        public List<Resource> arrangedAt(String contact) {
            return records.all(Task.class).stream()
                    .filter(task -> contact.equals(task.getEncounter().getReference()))
                    .<Resource>map(Task::copy)
                    .toList();
        }

        @Override
        public List<DetectedIssue> urgent(String patient) {
            return records.all(DetectedIssue.class).stream()
                    .filter(issue -> issue.getStatus() == DetectedIssueStatus.FINAL)
                    .map(DetectedIssue::copy)
                    .toList();
        }

        @Override
        public List<CarePlan> schedules(String patient) {
            return records.all(CarePlan.class).stream()
                    .filter(plan -> plan.getStatus() == CarePlanStatus.ACTIVE)
                    .map(CarePlan::copy)
                    .toList();
        }

        @Override
        public List<Resource> writtenAt(String patient, String contact) {
            var written = new ArrayList<Resource>();
            records.all(Observation.class).stream()
                    .filter(found -> contact.equals(found.getEncounter().getReference()))
                    .forEach(found -> written.add(found.copy()));
            records.all(RiskAssessment.class).stream()
                    .filter(found -> contact.equals(found.getEncounter().getReference()))
                    .forEach(found -> written.add(found.copy()));
            issues().stream()
                    .filter(found -> DetectedIssues.isOf(found, contact))
                    .forEach(found -> written.add(found.copy()));
            return written;
        }
    }
}
