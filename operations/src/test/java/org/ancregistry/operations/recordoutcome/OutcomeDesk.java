package org.ancregistry.operations.recordoutcome;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.domain.pregnancy.EndKind;
import org.ancregistry.domain.pregnancy.Newborn;
import org.ancregistry.domain.rules.RuleBook;
import org.ancregistry.operations.Assessing;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryRegistryRequests;
import org.ancregistry.operations.NoFacts;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.fhir.Canon;
import org.ancregistry.operations.fhir.ContactContext;
import org.ancregistry.operations.fhir.Papers;
import org.ancregistry.operations.fhir.Pregnancies;
import org.ancregistry.operations.fhir.Tasks;
import org.ancregistry.operations.fhir.VisitResources;
import org.ancregistry.operations.recordoutcome.RecordOutcome.Child;
import org.ancregistry.operations.recordoutcome.RecordOutcome.Correction;
import org.ancregistry.operations.recordoutcome.RecordOutcome.Ending;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** A clinic with everything in memory, and Nimali who is thirty weeks pregnant and has plans. */
abstract class OutcomeDesk {

    static final LocalDate TODAY = LocalDate.of(2026, 8, 10);
    static final LocalDate EDD = TODAY.plusWeeks(10);

    final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), ZoneId.of("Asia/Colombo"));
    final InMemoryRecords records = new InMemoryRecords(
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom())));
    final CaredFor cared = new CaredFor();
    final InMemoryRegistryRequests requests = new InMemoryRegistryRequests();
    final String nimali = givenNimali();
    final List<ParametersParameterComponent> answers = new ArrayList<>();
    final List<Child> children = new ArrayList<>();
    String requestId = "r1";
    LocalDate on = TODAY.minusDays(1);

    private String givenNimali() {
        var mother = records.given(new Patient());
        cared.put(mother, Staff.AREA);
        records.given(Pregnancies.opened(
                mother, Staff.AREA, "Practitioner/kumari", new DateTimeType("2026-03-01").getValue()));
        var context = new ContactContext(
                mother, "Encounter/first", new DateTimeType("2026-08-01T09:00:00+05:30"), "Practitioner/kumari");
        var follows = new VisitResources(context);
        records.given(follows.appointment(
                new DateTimeType("2026-08-20T09:00:00+05:30"), Staff.FIELD_CLINIC, TimeZone.getDefault()));
        records.given(follows.appointment(
                new DateTimeType("2026-08-03T09:00:00+05:30"), Staff.FIELD_CLINIC, TimeZone.getDefault()));
        var referral = follows.referral(Staff.HOSPITAL, false, "Scan", null);
        records.given(follows.feedback(referral));
        records.given(referral);
        records.given(plan(context));
        return mother;
    }

    private static CarePlan plan(ContactContext context) {
        var plan = new Papers(context, Staff.FIELD_CLINIC).schedule(List.of());
        plan.addActivity().getDetail().setScheduled(window("2026-07-01", "2026-07-08"));
        plan.addActivity().getDetail().setScheduled(window("2026-08-22", "2026-08-29"));
        plan.getActivity()
                .forEach(activity -> activity.getDetail().setStatus(CarePlan.CarePlanActivityStatus.NOTSTARTED));
        return plan;
    }

    private static Period window(String opens, String closes) {
        return new Period().setStartElement(new DateTimeType(opens)).setEndElement(new DateTimeType(closes));
    }

    void answer(String field, Type value) {
        var answer = new ParametersParameterComponent(new StringType("answer"));
        answer.addPart().setName("field").setValue(new CodeType(field));
        answer.addPart().setName("value").setValue(value);
        answers.add(answer);
    }

    void child(String outcome, @Nullable String kilograms) {
        var weight = kilograms == null ? null : new BigDecimal(kilograms);
        var condition = outcome.equals(Newborn.LIVE) ? "baby-condition-well" : null;
        children.add(new Child(new Newborn(outcome, "baby-sex-female", weight, condition), Set.of()));
    }

    Parameters end(EndKind kind, String basedOn) {
        return end(Staff.kumariTheMidwife(), kind, basedOn);
    }

    Parameters end(Caller caller, EndKind kind, String basedOn) {
        var ending = new Ending(kind, on, answers, children, null);
        return outcomes().write(caller, asked(basedOn, ending, null));
    }

    Parameters takeBack(Parameters ended) {
        return takeBack(reference(ended, "contact"), text(ended, "version"));
    }

    Parameters takeBack(String contact, String basedOn) {
        requestId += "c";
        return outcomes()
                .write(Staff.kumariTheMidwife(), asked(basedOn, null, new Correction(contact, "Another woman's")));
    }

    private RecordOutcome asked(String basedOn, @Nullable Ending ending, @Nullable Correction correction) {
        return new RecordOutcome(nimali, requestId, requestId + basedOn, basedOn, ending, correction);
    }

    Outcomes outcomes() {
        var facts = new Facts();
        var writing = new OutcomeWriting(
                records, facts, new Assessing(RuleBook.shipped(), facts, records, clock), new Plans(), clock);
        return new Outcomes(
                new Once(records, requests),
                new Reach(cared),
                records.openPregnancies(),
                records::pregnancies,
                records,
                writing);
    }

    EpisodeOfCare pregnancy() {
        return records.all(EpisodeOfCare.class).get(0);
    }

    List<String> statuses() {
        var all = new ArrayList<String>();
        records.all(Appointment.class).forEach(one -> all.add(one.getStatus().toCode()));
        records.all(CarePlan.class).forEach(one -> all.add(one.getStatus().toCode()));
        records.all(CarePlan.class)
                .get(0)
                .getActivity()
                .forEach(one -> all.add(one.getDetail().getStatus().toCode()));
        records.all(ServiceRequest.class).forEach(one -> all.add(one.getStatus().toCode()));
        records.all(Task.class).forEach(one -> all.add(one.getStatus().toCode()));
        return all;
    }

    static String reference(Parameters answer, String name) {
        return ((Reference) answer.getParameter(name).getValue()).getReference();
    }

    static String text(Parameters answer, String name) {
        return answer.getParameter(name).getValue().primitiveValue();
    }

    private final class Facts extends NoFacts {

        @Override
        public Optional<LocalDate> date(String patient, String code, LocalDate since, Set<String> without) {
            return Optional.of(EDD);
        }

        @Override
        public List<Resource> writtenAt(String patient, String contact) {
            return records.all(Observation.class).stream()
                    .filter(found -> contact.equals(found.getEncounter().getReference()))
                    .<Resource>map(Observation::copy)
                    .toList();
        }
    }

    private final class Plans implements PlannedCare {

        @Override
        public List<Resource> open(String patient) {
            var open = new ArrayList<Resource>();
            records.all(Appointment.class).forEach(one -> open.add(one.copy()));
            records.all(CarePlan.class).stream()
                    .filter(one -> one.getStatus() == CarePlanStatus.ACTIVE)
                    .forEach(one -> open.add(one.copy()));
            records.all(ServiceRequest.class).stream()
                    .filter(one -> one.getStatus() == ServiceRequestStatus.ACTIVE)
                    .forEach(one -> open.add(one.copy()));
            records.all(Task.class).stream()
                    .filter(one -> Tasks.isOpen(one) && Tasks.isOfPregnancy(one))
                    .forEach(one -> open.add(one.copy()));
            return open;
        }

        @Override
        public List<Resource> calledOffAt(String contact) {
            var plans = new ArrayList<Resource>();
            records.all(Appointment.class).forEach(one -> plans.add(one.copy()));
            records.all(CarePlan.class).forEach(one -> plans.add(one.copy()));
            records.all(ServiceRequest.class).forEach(one -> plans.add(one.copy()));
            records.all(Task.class).forEach(one -> plans.add(one.copy()));
            return plans.stream().filter(plan -> isTarget(plan, contact)).toList();
        }

        private boolean isTarget(Resource plan, String contact) {
            return records.all(Provenance.class).stream()
                    .map(act -> act.getTarget().stream()
                            .map(Reference::getReference)
                            .toList())
                    .anyMatch(targets -> targets.contains(contact) && targets.contains(Canon.referenceTo(plan)));
        }
    }
}
