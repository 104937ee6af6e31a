package org.ancregistry.server.operations;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.Dictionary;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.domain.identity.IdentityEvidence;
import org.ancregistry.domain.identity.IdentityEvidences;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PostalAddress;
import org.ancregistry.ig.GuideValidator;
import org.ancregistry.operations.summary.WholeRecord;
import org.ancregistry.portals.identity.JdbcIdentityEvidences;
import org.ancregistry.server.testing.RunningRegistry;
import org.ancregistry.server.testing.TestPointsOfIssue;
import org.ancregistry.server.testing.TestTokens;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** A field clinic with its area, a hospital, and the people who work there, in a registry that runs. */
final class Clinic {

    /** Choosing one rules out another, or needs a date that fits the others. */
    private static final Set<String> NOT_TOGETHER = Set.of(
            "ipv_not_asked",
            "danger_none",
            "prev_complications_none",
            "bp_not_taken_reason",
            "ultrasound_edd",
            "ultrasound_date",
            "tt2_date",
            "tt3_date",
            "tt4_date",
            "tt5_date",
            "last_delivery_date");

    private static final Map<String, String> POSSIBLE = Map.ofEntries(
            Map.entry("systolic", "120"),
            Map.entry("diastolic", "80"),
            Map.entry("repeat_systolic", "118"),
            Map.entry("repeat_diastolic", "78"),
            Map.entry("height", "155"),
            Map.entry("haemoglobin", "11"),
            Map.entry("temperature", "37"),
            Map.entry("spo2", "98"),
            Map.entry("fundal_height", "20"),
            Map.entry("fhr", "140"),
            Map.entry("n_fetuses", "1"),
            Map.entry("platelets", "200"),
            Map.entry("calcium", "1"),
            Map.entry("folic_acid", "1"));

    private static final List<String> WRITTEN = List.of(
            "Patient",
            "EpisodeOfCare",
            "Encounter",
            "Observation",
            "Condition",
            "MedicationStatement",
            "AllergyIntolerance",
            "Immunization",
            "Appointment",
            "ServiceRequest",
            "CarePlan",
            "RiskAssessment",
            "DetectedIssue",
            "Consent",
            "Provenance",
            "Task");

    /** Each woman's own: two numbers that differ in the day of birth alone look like one that was mistyped. */
    private static final AtomicInteger SERIAL = new AtomicInteger();

    final RunningRegistry registry;
    final String area;
    final String fieldClinic;
    final String hospital;
    final String pointOfIssue = TestPointsOfIssue.another();
    final Caller midwife;
    final Caller doctor;

    Clinic(RunningRegistry registry) {
        this.registry = registry;
        this.area = registry.save(new Organization().setActive(true).setName("PHM area"));
        this.fieldClinic = registry.save(place("Field clinic", pointOfIssue));
        this.hospital = registry.save(place("Hospital", TestPointsOfIssue.another()));
        var kumari = registry.save(new Practitioner().setActive(true));
        var fernando = registry.save(new Practitioner().setActive(true));
        this.midwife = TestTokens.caller(kumari, Role.MIDWIFE, fieldClinic, area);
        this.doctor = TestTokens.caller(fernando, Role.DOCTOR, hospital);
    }

    private static Organization place(String name, String pointOfIssue) {
        var place = new Organization().setActive(true).setName(name);
        place.addIdentifier()
                .setSystem("https://ancregistry.org/fhir/id/point-of-issue")
                .setValue(pointOfIssue);
        return place;
    }

    IGenericClient as(Caller caller) {
        var client = registry.client();
        client.registerInterceptor(new BearerTokenAuthInterceptor(registry.token(caller)));
        return client;
    }

    /** Calls an operation on all patients. */
    Parameters ask(Caller caller, String operation, Parameters asked) {
        return as(caller)
                .operation()
                .onType(Patient.class)
                .named(operation)
                .withParameters(asked)
                .execute();
    }

    /** Calls an operation on one patient. */
    Parameters ask(Caller caller, String operation, String patient, Parameters asked) {
        return as(caller)
                .operation()
                .onInstance(new IdType(patient))
                .named(operation)
                .withParameters(asked)
                .execute();
    }

    /** {@code Patient/…} of a mother who was registered and came once. */
    String aVisitedMother() {
        var registered = ask(midwife, "$register-anc", verified(id(), id()));
        var patient = reference(registered, "patient");
        ask(midwife, "$record-anc-visit", patient, visit(id(), text(registered, "version")));
        return patient;
    }

    /** The code under which something was refused. */
    static String refusal(ThrowingCallable act) {
        return code(Assertions.catchThrowableOfType(BaseServerResponseException.class, act));
    }

    /** The code of {@code anc-problem} with which it was refused. */
    static String code(BaseServerResponseException refused) {
        var outcome = (OperationOutcome) refused.getOperationOutcome();
        return outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode();
    }

    /** A woman whom nobody verified, registered with a new PHN. */
    Parameters registration(String requestId, Patient person) {
        var asked = new Parameters();
        asked.addParameter("request-id", requestId);
        asked.addParameter("draft", "draft-" + requestId);
        add(asked, "unverified-reason", new CodeType("no-id"));
        asked.addParameter().setName("person").setResource(person);
        add(asked, "phn-decision", new CodeType("issue-new"));
        answer(asked, "gravida", new IntegerType(2));
        answer(asked, "parity", new IntegerType(1));
        answer(
                asked,
                "lmp",
                new DateType(LocalDate.now(ZoneOffset.UTC).minusWeeks(12).toString()));
        answer(asked, "hx_dm2", new BooleanType(false));
        answer(asked, "hx_hypertension", new BooleanType(true));
        var consent = asked.addParameter().setName("consent");
        consent.addPart().setName("permit").setValue(new BooleanType(true));
        consent.addPart().setName("spoken").setValue(new BooleanType(true));
        return asked;
    }

    /** Says that she was seen on that day. */
    static void contactOn(Parameters registration, LocalDate day) {
        add(registration, "contact-date", new DateTimeType(day + "T00:00:01+05:30"));
    }

    /** A woman who signed in herself a moment ago, registered with a new PHN. */
    Parameters verified(String requestId, String subject) {
        var asked = registration(requestId, new Patient());
        asked.getParameter().removeIf(parameter -> parameter.getName().equals("unverified-reason"));
        asked.addParameter("evidence", evidence("draft-" + requestId, subject));
        return asked;
    }

    private String evidence(String draft, String subject) {
        var now = Instant.now();
        var nimali = new Demographics(
                List.of(PersonName.of("නිමාලි පෙරේරා", "si"), PersonName.of("Nimali Perera", "en")),
                LocalDate.of(1996, 4, 17),
                Gender.FEMALE,
                new PostalAddress("12 Temple Road, Gampaha", "12 Temple Road", "Gampaha", null, "11000", null),
                "+94710000001",
                null,
                null);
        var evidence = new IdentityEvidence(
                "handle-" + UUID.randomUUID(),
                "esignet",
                subject,
                nimali,
                Set.of("name"),
                Set.of("email"),
                "mosip:idp:acr:generated-code",
                now,
                midwife.id(),
                draft,
                now.plusSeconds(1800),
                null);
        ((JdbcIdentityEvidences) registry.bean(IdentityEvidences.class))
                .keep(evidence, Set.of("name"), "x.y.z", "x.y.z");
        return evidence.handle();
    }

    /** Answers each question of the dictionary that was not answered yet, as far as the answers can be true together. */
    static void everyAnswer(Parameters asked) {
        var answered = asked.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("answer"))
                .map(parameter -> parameter.getPartFirstRep().getValue().primitiveValue())
                .collect(Collectors.toSet());
        Dictionary.anc().fields().stream()
                .filter(field -> field.kind().answered() && field.atRegistration())
                .filter(field -> !answered.contains(field.name()) && !NOT_TOGETHER.contains(field.name()))
                .forEach(field -> answer(asked, field.name(), possible(field)));
    }

    private static Type possible(DictionaryField field) {
        if (field.takes(AnswerShape.CHOSEN)) {
            return new CodeType(field.answers().get(0).code());
        }
        if (field.takes(AnswerShape.MEASURED)) {
            return new DecimalType(POSSIBLE.getOrDefault(field.name(), "60"));
        }
        if (field.takes(AnswerShape.YES_NO)) {
            return new BooleanType(true);
        }
        if (field.takes(AnswerShape.COUNTED)) {
            return new IntegerType(POSSIBLE.getOrDefault(field.name(), "0"));
        }
        return field.takes(AnswerShape.DATED) ? new DateType("2015-01-01") : new StringType("As she told");
    }

    /** A medicine, a referral, an appointment and a note. */
    void everythingThatFollows(Parameters visit) {
        var medicine = visit.addParameter().setName("medication");
        medicine.addPart().setName("text").setValue(new StringType("Ferrous sulfate"));
        medicine.addPart().setName("dose").setValue(new StringType("60 mg once a day"));
        var referral = visit.addParameter().setName("referral");
        referral.addPart().setName("to").setValue(new Reference(fieldClinic));
        referral.addPart().setName("urgency").setValue(new CodeType("routine"));
        referral.addPart().setName("reason").setValue(new StringType("Back to the midwife"));
        var next = visit.addParameter().setName("next-appointment");
        next.addPart().setName("start").setValue(new DateTimeType("2030-01-07T00:00:01+05:30"));
        visit.addParameter("note", "Doing well.");
    }

    /** What the guide has against anything in her record. */
    List<String> problemsIn(String patient) {
        var validator = registry.bean(GuideValidator.class);
        var record = registry.bean(WholeRecord.class).of(patient, WRITTEN, 1000);
        Assertions.assertThat(record)
                .extracting(Resource::fhirType)
                .contains("Patient", "Encounter", "Observation", "Consent", "Provenance", "CarePlan");
        return record.stream()
                .flatMap(resource ->
                        validator.problems(resource).stream().map(problem -> resource.fhirType() + " " + problem))
                .distinct()
                .toList();
    }

    /** A healthy contact. */
    Parameters visit(String requestId, String basedOn) {
        var asked = new Parameters();
        asked.addParameter("request-id", requestId);
        asked.addParameter("based-on", basedOn);
        add(asked, "contact-date", DateTimeType.now());
        add(asked, "contact-type", new CodeType("hospital-clinic"));
        answer(asked, "danger_none", new BooleanType(true));
        answer(asked, "systolic", new IntegerType(118));
        answer(asked, "diastolic", new IntegerType(76));
        return asked;
    }

    static void answer(Parameters asked, String field, Type value) {
        var answer = asked.addParameter().setName("answer");
        answer.addPart().setName("field").setValue(new CodeType(field));
        answer.addPart().setName("value").setValue(value);
    }

    static void add(Parameters asked, String name, Type value) {
        asked.addParameter().setName(name).setValue(value);
    }

    static Patient woman(String name) {
        var woman = new Patient().setGender(AdministrativeGender.FEMALE);
        woman.addName().setText(name);
        woman.setBirthDateElement(new DateType("1994-05-06"));
        return woman;
    }

    /** A woman with a national ID number of her own. */
    static Patient womanWithNumber(String name) {
        var woman = woman(name);
        var serial = SERIAL.getAndIncrement();
        woman.addIdentifier()
                .setSystem("https://fhir.health.gov.lk/id/nic")
                .setValue("199462%d%05d".formatted(serial % 10, serial));
        return woman;
    }

    static String id() {
        return UUID.randomUUID().toString();
    }

    static String reference(Parameters answer, String name) {
        return ((Reference) answer.getParameter(name).getValue()).getReference();
    }

    static String text(Parameters answer, String name) {
        return answer.getParameter(name).getValue().primitiveValue();
    }

    static StringType string(String text) {
        return new StringType(text);
    }
}
