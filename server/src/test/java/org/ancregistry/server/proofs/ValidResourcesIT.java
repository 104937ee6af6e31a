package org.ancregistry.server.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ancregistry.domain.clinical.AnswerShape;
import org.ancregistry.domain.clinical.DictionaryField;
import org.ancregistry.ig.GuideValidator;
import org.ancregistry.server.proofs.Desk.Answer;
import org.ancregistry.server.testing.RunningRegistry;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

/** Everything that the product stores is what the guide says, whatever was answered. */
class ValidResourcesIT {

    private static final RunningRegistry REGISTRY = RunningRegistry.onH2();
    private static final Desk DESK = new Desk(REGISTRY.fhirBase());
    private static final Gampaha GAMPAHA = Gampaha.at(DESK);
    private static final GuideValidator GUIDE = REGISTRY.bean(GuideValidator.class);

    @Test
    void aRegistrationAndAVisitWithEveryQuestionAnsweredYes() {
        var registered = register(everything(Questionnaire.yes()));
        var visit = new Visit(registered.value("version"), "field-clinic")
                .withAllThatFollows(GAMPAHA.stored(GAMPAHA.hospital));
        everything(Questionnaire.yes()).forEach(visit::answer);
        var visited = visit(registered, visit);
        var addendum = new Visit(visited.value("version"), "field-clinic")
                .correcting(visited.value("contact"), "addendum")
                .answer("pulse", List.of(Questionnaire.given(field("pulse"))));
        var added = visit(registered, addendum);
        assertValid(registered.value("patient"));
        var wrong = new Visit(added.value("version"), "field-clinic")
                .correcting(visited.value("contact"), "entered-in-error");
        visit(registered, wrong);
        assertThat(StoredRecord.of(REGISTRY, registered.value("patient")).all())
                .filteredOn(resource -> !resource.getMeta().getVersionId().equals("1"))
                .hasSizeGreaterThan(100)
                .allSatisfy(ValidResourcesIT::assertValid);
    }

    @Test
    void aRegistrationAndAVisitWithEveryQuestionAnsweredNo() {
        var registered = register(everything(Questionnaire.no()));
        var visit = new Visit(registered.value("version"), "home-visit");
        everything(Questionnaire.no()).forEach(visit::answer);
        visit(registered, visit);
        assertValid(registered.value("patient"));
    }

    @Test
    void everyAnswerOfEveryList() {
        var turns = Questionnaire.fields().stream()
                .filter(field -> field.takes(AnswerShape.CHOSEN))
                .mapToInt(field -> field.answers().size())
                .max()
                .orElseThrow();
        IntStream.range(0, Math.min(turns, 11)).forEach(turn -> {
            var answers = new LinkedHashMap<String, List<Type>>();
            for (var field : Questionnaire.fields()) {
                if (field.takes(AnswerShape.CHOSEN) && turn < ways(field)) {
                    answers.put(field.name(), Questionnaire.chosen(field, turn));
                }
            }
            askedAlone(answers);
            assertValid(register(answers).value("patient"));
        });
    }

    /** In what ways she is hurt is told once she was asked, and said that she is. */
    private static void askedAlone(Map<String, List<Type>> answers) {
        if (answers.containsKey("ipv_types")) {
            answers.remove("ipv_not_asked");
            answers.put("ipv_enquiry", List.of(Questionnaire.yes()));
            answers.put("ipv", List.of(Questionnaire.yes()));
        }
    }

    private static int ways(DictionaryField field) {
        if (!field.repeats()) {
            return field.answers().size();
        }
        return field.takes(AnswerShape.WRITTEN) ? 4 : 1;
    }

    @Test
    void aRegistrationWithoutEvidenceAndOneThatIsNotDecided() {
        var told = DESK.must(
                GAMPAHA.kumari(),
                Registration.PATH,
                Registration.told(Woman.next()).asked());
        assertThat(told.value("verified")).isEqualTo("false");
        assertValid(told.value("patient"));
        var undecided = Registration.told(Woman.next()).decided("not-sure");
        undecided.asked().addParameter("phn", new StringType("9902BCDFGHJ"));
        var open = DESK.must(GAMPAHA.kumari(), Registration.PATH, undecided.asked());
        assertValid(open.value("patient"));
    }

    @Test
    void aCheckInAtTheHospital() {
        var woman = Woman.next();
        var registered = DESK.must(
                GAMPAHA.kumari(), Registration.PATH, Registration.told(woman).asked());
        var phn = ((Identifier) registered.parameters().getParameter("phn").getValue()).getValue();
        var arrival = new Parameters().addParameter("phn", new StringType(phn));
        arrival.addParameter("birth-date", new DateType(woman.born().toString()));
        DESK.must(GAMPAHA.nizam(), "/Patient/$check-in", arrival);
        assertValid(registered.value("patient"));
    }

    @Test
    void theStaffAndTheUnitsOfTheAdministratorsBundle() {
        GAMPAHA.references().forEach(reference -> {
            var stored = REGISTRY.bean(DaoRegistry.class)
                    .getResourceDao(new IdType(reference).getResourceType())
                    .read(new IdType(reference), new SystemRequestDetails());
            assertValid((Resource) stored);
        });
    }

    /** Every field, with that answer to what is answered with yes or no. */
    private static Map<String, List<Type>> everything(Type said) {
        var yes = said.primitiveValue().equals("true");
        var answers = new LinkedHashMap<String, List<Type>>();
        for (var field : Questionnaire.fields()) {
            if (field.takes(AnswerShape.YES_NO)) {
                answers.put(field.name(), List.of(said));
            } else if (field.takes(AnswerShape.CHOSEN)) {
                answers.put(field.name(), Questionnaire.chosen(field, 0));
            } else {
                answers.put(field.name(), List.of(Questionnaire.given(field)));
            }
        }
        (yes
                        ? List.of("danger_none", "prev_complications_none", "bp_not_taken_reason", "ipv_not_asked")
                        : List.of("fhr", "oedema_severity", "ultrasound_date", "ipv", "ipv_types", "ipv_support"))
                .forEach(answers::remove);
        if (!yes) {
            answers.put("danger_none", List.of(Questionnaire.yes()));
        }
        return answers;
    }

    private static DictionaryField field(String name) {
        return Questionnaire.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Answer register(Map<String, List<Type>> answers) {
        var registration = new Evidence(REGISTRY).registration(Woman.next(), GAMPAHA.kumari());
        answers.forEach(registration::answer);
        return DESK.must(GAMPAHA.kumari(), Registration.PATH, registration.asked());
    }

    private static Answer visit(Answer registered, Visit visit) {
        return DESK.must(GAMPAHA.kumari(), Visit.path(registered.value("patient")), visit.asked());
    }

    private static void assertValid(String patient) {
        var record = StoredRecord.of(REGISTRY, patient);
        assertThat(record.all()).hasSizeGreaterThan(5).allSatisfy(ValidResourcesIT::assertValid);
    }

    private static void assertValid(Resource resource) {
        assertThat(resource.getMeta().getProfile())
                .as(resource.fhirType())
                .anyMatch(
                        profile -> profile.getValue().startsWith("https://ancregistry.org/fhir/StructureDefinition/"));
        assertThat(GUIDE.problems(resource)).as(resource.fhirType()).isEmpty();
    }
}
