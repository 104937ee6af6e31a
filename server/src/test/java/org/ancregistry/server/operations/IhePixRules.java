package org.ancregistry.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.List;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.access.Role;
import org.ancregistry.server.testing.TestTokens;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.Test;

/** A program asks by which other numbers a woman is known (IHE PIXm, ITI-83). */
abstract class IhePixRules extends LaterDecisions {

    private static final String PHN = "https://fhir.health.gov.lk/id/phn";
    private static final String HOSPITAL = "https://hospital.example/id/patient";

    private final Caller program = TestTokens.caller(Clinic.id(), Role.SYSTEM, null);
    private final MergeDesk merging = new MergeDesk(desk);

    @Test
    void tellsTheNumbersOfEveryRecordThatIsHers() {
        var earlier = desk.registered(Clinic.woman("Anula Wijetunga"));
        var later = desk.notSure(Clinic.woman("Anula Wijetunga"), DecisionDesk.phn(earlier));
        desk.decide(
                desk.supervisor,
                task(later),
                DecisionDesk.comparedWith(DecisionDesk.decision("same"), patient(earlier)));
        known(patient(later), "H-1");
        letProgramsIn(patient(earlier));
        letProgramsIn(patient(later));
        var answer = ask(HOSPITAL + "|H-1", List.of());
        assertThat(numbers(answer)).containsExactly(DecisionDesk.phn(earlier));
        assertThat(records(answer)).containsExactlyInAnyOrder(patient(earlier), patient(later));
        assertThat(numbers(ask(HOSPITAL + "|H-1", List.of("https://other.example/id"))))
                .isEmpty();
        assertThat(numbers(ask(PHN + "|" + DecisionDesk.phn(earlier), List.of(HOSPITAL))))
                .containsExactly("H-1");
    }

    @Test
    void leadsFromTheNumberOfARecordThatWasMergedToHer() {
        var one = desk.registered(Clinic.woman("Violet Samaratunga"));
        var other = desk.registered(Clinic.woman("Daisy Ranaweera"));
        merging.merge(patient(one), patient(other));
        letProgramsIn(patient(other));
        var answer = ask(PHN + "|" + DecisionDesk.phn(one), List.of());
        assertThat(numbers(answer)).containsExactly(DecisionDesk.phn(other));
        assertThat(records(answer)).containsExactly(patient(other));
    }

    @Test
    void tellsNobodyOfAWomanWhoKeepsProgramsOut() {
        var closed = desk.registered(Clinic.woman("Closed Toprograms"));
        assertThat(refused(program, PHN + "|" + DecisionDesk.phn(closed))).isEqualTo("not-found");
        assertThat(refused(program, PHN + "|9902NOBODY1")).isEqualTo("not-found");
        assertThat(refused(program, DecisionDesk.phn(closed))).isEqualTo("parameter-invalid");
        assertThat(refused(desk.clinic.midwife, PHN + "|" + DecisionDesk.phn(closed)))
                .isEqualTo("forbidden");
    }

    private void known(String patient, String number) {
        var record = desk.read(Patient.class, patient);
        record.addIdentifier(new Identifier().setSystem(HOSPITAL).setValue(number));
        registry().bean(DaoRegistry.class).getResourceDao(Patient.class).update(record, new SystemRequestDetails());
    }

    private void letProgramsIn(String patient) {
        var dao = registry().bean(DaoRegistry.class).getResourceDao(Consent.class);
        var hers = SearchParameterMap.newSynchronous("patient", new ReferenceParam(patient));
        dao.searchForResources(hers, new SystemRequestDetails()).forEach(consent -> {
            consent.addVerification().setVerified(true);
            dao.update(consent, new SystemRequestDetails());
        });
    }

    private Parameters ask(String source, List<String> systems) {
        return ask(program, source, systems);
    }

    private Parameters ask(Caller caller, String source, List<String> systems) {
        var asked = new Parameters().addParameter("sourceIdentifier", source);
        systems.forEach(system -> asked.addParameter("targetSystem", new UriType(system)));
        return desk.clinic
                .as(caller)
                .operation()
                .onType(Patient.class)
                .named("$ihe-pix")
                .withParameters(asked)
                .useHttpGet()
                .execute();
    }

    private String refused(Caller caller, String source) {
        return Clinic.refusal(() -> ask(caller, source, List.of()));
    }

    private static List<String> numbers(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("targetIdentifier"))
                .map(parameter -> ((Identifier) parameter.getValue()).getValue())
                .toList();
    }

    private static List<String> records(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("targetId"))
                .map(parameter -> ((Reference) parameter.getValue()).getReference())
                .toList();
    }
}
