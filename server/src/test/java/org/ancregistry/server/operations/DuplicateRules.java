package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import java.util.Set;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.operations.OpenTasks;
import org.ancregistry.operations.fhir.Tasks;
import org.ancregistry.server.matching.DuplicatesAtOnce;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Pairs of records that may be of one woman are found in the background, and stay away when they are decided. */
abstract class DuplicateRules extends LaterDecisions {

    private final MergeDesk merging = new MergeDesk(desk);

    /** Registered, and registered again by somebody who said that it is another woman. */
    private Set<String> twice(String name, String again, String born) {
        var first = patient(desk.registered(woman(name, born)));
        var asked = desk.clinic.registration(Clinic.id(), woman(again, born));
        Clinic.add(asked, "different-from", new Reference(first));
        return Set.of(first, patient(desk.clinic.ask(desk.clinic.midwife, "$register-anc", asked)));
    }

    private static Patient woman(String name, String born) {
        var woman = Clinic.woman(name);
        woman.setBirthDateElement(new DateType(born));
        woman.addTelecom().setSystem(ContactPointSystem.PHONE).setValue("07" + born.replace("-", ""));
        woman.addAddress().setText(born.substring(8) + ", Lake Road, Mullegama");
        return woman;
    }

    @Test
    void findsTwoRecordsOfOneWomanAndNotTwoSisters() {
        var both = twice("Hemamali Karunatilleke", "Hemamali Karunathilake", "1991-03-21");
        var sister = patient(desk.registered(woman("Chandima Karunatilleke", "1993-08-02")));
        DuplicatesAtOnce.look(registry());
        assertThat(listed("probable")).contains(both);
        assertThat(listed("possible")).noneMatch(pair -> pair.contains(sister));
    }

    @Test
    void doesNotShowAgainWhatWasDecided() {
        var both = twice("Sarojini Wettasinghe", "Sarojini Wettasinghe", "1989-11-17");
        DuplicatesAtOnce.look(registry());
        assertThat(listed("probable")).contains(both);
        var pair = List.copyOf(both);
        var asked = different(pair);
        desk.clinic.ask(desk.supervisor, "$not-duplicates", asked);
        assertThat(Clinic.text(desk.clinic.ask(desk.supervisor, "$not-duplicates", asked), "repeated"))
                .isEqualTo("true");
        assertThat(listed("possible")).doesNotContain(both);
        change(pair.get(0));
        DuplicatesAtOnce.look(registry());
        assertThat(listed("possible")).doesNotContain(both);
    }

    private Parameters different(List<String> pair) {
        var asked = new Parameters()
                .addParameter("request-id", Clinic.id())
                .addParameter("reason", "I spoke to both of them.");
        Clinic.add(asked, "patient", new Reference(pair.get(0)));
        Clinic.add(asked, "other", new Reference(pair.get(1)));
        return asked;
    }

    private void change(String patient) {
        var dao = registry().bean(DaoRegistry.class).getResourceDao(Patient.class);
        var record = desk.read(Patient.class, patient);
        record.getAddressFirstRep().setText("4, Temple Road, Mullegama");
        dao.update(record, new SystemRequestDetails());
    }

    @Test
    void keepsWhatWasDecidedWithBothSides() {
        var pair = List.copyOf(twice("Nilmini Hapuarachchi", "Nilmini Hapuarachchi", "1990-02-11"));
        desk.clinic.ask(desk.supervisor, "$not-duplicates", different(pair));
        var provenance = desk
                .clinic
                .as(desk.supervisor)
                .search()
                .forResource(Provenance.class)
                .where(Provenance.PATIENT.hasId(pair.get(1)))
                .returnBundle(Bundle.class)
                .execute()
                .getEntry()
                .stream()
                .map(entry -> (Provenance) entry.getResource())
                .filter(written -> written.getReasonFirstRep().hasText())
                .findFirst()
                .orElseThrow();
        var decision =
                provenance.getExtensionByUrl("https://ancregistry.org/fhir/StructureDefinition/anc-identity-decision");
        assertThat(decision.getExtensionString("decision")).isEqualTo("different");
        assertThat(decision.hasExtension("recorded")).isTrue();
    }

    @Test
    void forgetsAPairThatWasMergedAndHasItAgainWhenThatIsTakenBack() {
        var both = twice("Ramya Galahitiyawa", "Ramya Galahitiyawe", "1987-06-30");
        DuplicatesAtOnce.look(registry());
        assertThat(listed("probable")).contains(both);
        var pair = List.copyOf(both);
        merging.merge(pair.get(0), pair.get(1));
        assertThat(listed("possible")).doesNotContain(both);
        merging.unmerge(pair.get(0));
        DuplicatesAtOnce.look(registry());
        assertThat(listed("probable")).contains(both);
    }

    @Test
    void asksTheSupervisorOfAWomanWhoProvedWhoSheIsAboutARecordInAnotherArea() {
        var away = new DecisionDesk(registry());
        var elsewhere = patient(away.registered(woman("Wasana Rajakaruna", "1985-09-12")));
        var here = patient(proved("Wasana Rajakaruna", "1985-09-12", elsewhere));
        DuplicatesAtOnce.look(registry());
        DuplicatesAtOnce.look(registry());
        assertThat(listed("possible")).doesNotContain(Set.of(here, elsewhere));
        var tasks = registry().bean(OpenTasks.class).about(here, Tasks.DECIDE_MATCH);
        assertThat(tasks).hasSize(1);
        var task = "Task/" + tasks.get(0).getIdElement().getIdPart();
        assertThat(desk.provenancesOf(task))
                .extracting(by -> by.getAgentFirstRep().getWho().getIdentifier().getValue())
                .containsExactly("registry");
        assertThat(DecisionDesk.candidates(desk.decide(desk.supervisor, task, new Parameters())))
                .contains(elsewhere);
        desk.decide(desk.supervisor, task, DecisionDesk.decision("different"));
        change(here);
        DuplicatesAtOnce.look(registry());
        assertThat(registry().bean(OpenTasks.class).about(here, Tasks.DECIDE_MATCH))
                .isEmpty();
    }

    @Test
    void tellsNobodyOfARecordInAnotherAreaWhereNeitherProvedWhoSheIs() {
        var away = new DecisionDesk(registry());
        var elsewhere = patient(away.registered(woman("Wasantha Kodituwakku", "1985-10-13")));
        var asked = desk.clinic.registration(Clinic.id(), woman("Wasantha Kodituwakku", "1985-10-13"));
        Clinic.add(asked, "different-from", new Reference(elsewhere));
        var here = patient(desk.clinic.ask(desk.clinic.midwife, "$register-anc", asked));
        DuplicatesAtOnce.look(registry());
        for (var record : Set.of(here, elsewhere)) {
            assertThat(registry().bean(OpenTasks.class).about(record, Tasks.DECIDE_MATCH))
                    .isEmpty();
        }
    }

    /** Registered on her own sign-in, by somebody who said that the other record is another woman's. */
    private Parameters proved(String name, String born, String other) {
        var request = Clinic.id();
        var asked = desk.clinic.registration(request, woman(name, born));
        asked.getParameter().removeIf(parameter -> parameter.getName().equals("unverified-reason"));
        asked.addParameter("evidence", desk.evidence("draft-" + request, Clinic.id(), name, born, null));
        Clinic.add(asked, "different-from", new Reference(other));
        return desk.clinic.ask(desk.clinic.midwife, "$register-anc", asked);
    }

    @Test
    void listsOnlyWhatIsInTheCareOfTheOneWhoAsks() {
        var both = twice("Mangalika Unantenne", "Mangalika Unantenna", "1986-01-19");
        DuplicatesAtOnce.look(registry());
        assertThat(listed(desk.supervisorElsewhere, asked("possible"))).doesNotContain(both);
        assertThat(Clinic.refusal(() -> desk.clinic.ask(desk.clinic.midwife, "$likely-duplicates", asked("possible"))))
                .isEqualTo("forbidden");
        assertThat(Clinic.refusal(() ->
                        desk.clinic.ask(desk.supervisorElsewhere, "$not-duplicates", different(List.copyOf(both)))))
                .isEqualTo("not-found");
        var here = asked("possible");
        Clinic.add(here, "area", new Reference(desk.clinic.area));
        assertThat(listed(desk.supervisor, here)).contains(both);
        var there = asked("possible");
        Clinic.add(there, "area", new Reference("Organization/999998"));
        assertThat(listed(desk.supervisor, there)).isEmpty();
    }

    @Test
    void countsPagesFromOneAndKnowsThreeGrades() {
        var late = asked("possible");
        Clinic.add(late, "page", new IntegerType(400));
        assertThat(listed(desk.supervisor, late)).isEmpty();
        var none = asked("possible");
        Clinic.add(none, "page", new IntegerType(0));
        assertThat(Clinic.refusal(() -> desk.clinic.ask(desk.supervisor, "$likely-duplicates", none)))
                .isEqualTo("parameter-invalid");
        assertThat(Clinic.refusal(() -> desk.clinic.ask(desk.supervisor, "$likely-duplicates", asked("sure"))))
                .isEqualTo("parameter-invalid");
    }

    private static Parameters asked(String grade) {
        var asked = new Parameters();
        Clinic.add(asked, "grade", new CodeType(grade));
        return asked;
    }

    private List<Set<String>> listed(String grade) {
        return listed(desk.supervisor, asked(grade));
    }

    private List<Set<String>> listed(Caller caller, Parameters asked) {
        return desk.clinic.ask(caller, "$likely-duplicates", asked).getParameter().stream()
                .filter(parameter -> parameter.getName().equals("pair"))
                .map(pair -> Set.of(named(pair, "patient"), named(pair, "other")))
                .toList();
    }

    private static String named(ParametersParameterComponent pair, String name) {
        return pair.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> "Patient/" + part.getResource().getIdElement().getIdPart())
                .findFirst()
                .orElseThrow();
    }
}
