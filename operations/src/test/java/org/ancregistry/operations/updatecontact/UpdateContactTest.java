package org.ancregistry.operations.updatecontact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ancregistry.domain.access.Caller;
import org.ancregistry.domain.person.PostalAddress;
import org.ancregistry.domain.phn.InMemoryPhnRegister;
import org.ancregistry.domain.phn.PhnFactory;
import org.ancregistry.domain.phn.PhnPolicy;
import org.ancregistry.operations.CaredFor;
import org.ancregistry.operations.InMemoryRecords;
import org.ancregistry.operations.InMemoryRegistryRequests;
import org.ancregistry.operations.Once;
import org.ancregistry.operations.Problem;
import org.ancregistry.operations.Reach;
import org.ancregistry.operations.Refusal;
import org.ancregistry.operations.Refused;
import org.ancregistry.operations.Staff;
import org.ancregistry.operations.fhir.Assurance;
import org.ancregistry.operations.fhir.MotherRecord;
import org.ancregistry.operations.fhir.PatientDemographics;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateContactTest {

    private final Clock clock = Clock.fixed(Instant.parse("2026-08-10T04:30:00Z"), ZoneId.of("Asia/Colombo"));
    private final InMemoryRecords records = new InMemoryRecords(
            new InMemoryPhnRegister(new PhnFactory(PhnPolicy.sriLanka("4054"), new SecureRandom())));
    private final InMemoryRegistryRequests requests = new InMemoryRegistryRequests();
    private final CaredFor cared = new CaredFor();
    private final String nimali = records.given(verified());

    UpdateContactTest() {
        cared.put(nimali, Staff.AREA);
    }

    /** Nimali: her ID says where her parents live; her phone she told. */
    private static Patient verified() {
        var record = MotherRecord.begun()
                .movedTo(
                        new PostalAddress("12 Temple Road, Gampaha", "12 Temple Road", "Gampaha", null, null, null),
                        Assurance.ESIGNET_OTP);
        record.patient().setId((String) null);
        record.patient()
                .addTelecom()
                .setSystem(ContactPointSystem.PHONE)
                .setValue("0771234521")
                .setUse(ContactPointUse.MOBILE);
        record.patient().addContact().getName().setText("Kasun Perera");
        return record.patient();
    }

    @Test
    void replacesAWrongNumberWhichIsThenWhatSheSays() {
        var answer = update(asked(Map.of("phone", "071 000 0009")));
        assertThat(changed(answer)).containsExactly("phone");
        var phone = stored().getTelecom();
        assertThat(phone).singleElement().satisfies(point -> {
            assertThat(point.getValue()).isEqualTo("071 000 0009");
            assertThat(point.getUse()).isEqualTo(ContactPointUse.MOBILE);
            assertThat(point.getExtensionFirstRep().getValue().primitiveValue()).isEqualTo("declared");
        });
        assertThat(records.all(Provenance.class))
                .singleElement()
                .satisfies(
                        by -> assertThat(by.getTargetFirstRep().getReference()).isEqualTo(nimali));
    }

    @Test
    void keepsTheAddressThatHerIdSaysAndPutsWhereSheLivesNowBesideIt() {
        update(asked(Map.of("address", "5 Lake Road\nnear the school", "village", "Mullegama")));
        var stored = stored();
        assertThat(stored.getAddress()).hasSize(2);
        assertThat(stored.getAddressFirstRep().getText()).isEqualTo("12 Temple Road, Gampaha");
        assertThat(PatientDemographics.of(stored, null).address().locality()).isEqualTo("Gampaha");
        var now = PatientDemographics.found(stored, null).address();
        assertThat(now.text()).isEqualTo("5 Lake Road, near the school, Mullegama");
        assertThat(now.locality()).isEqualTo("Mullegama");

        update(asked(Map.of("address", "12 Temple Road", "village", "Gampaha")));
        assertThat(stored().getAddress()).as("she is back where her ID says").hasSize(1);
    }

    @Test
    void removesWhatSheSaidOfHerHomeAndNeverWhatWasProven() {
        update(asked(Map.of("address", "5 Lake Road")));
        assertThat(changed(update(asked(Map.of("remove", "address"))))).containsExactly("address");
        assertThat(stored().getAddress())
                .singleElement()
                .satisfies(address -> assertThat(address.getText()).isEqualTo("12 Temple Road, Gampaha"));
    }

    @Test
    void saysThatHerPhoneIsSharedAndThatSheHasNone() {
        assertThat(changed(update(asked(Map.of("phone-shared", "shared"))))).containsExactly("phone");
        assertThat(stored().getTelecomFirstRep().getUse()).isEqualTo(ContactPointUse.HOME);
        update(asked(Map.of("remove", "phone")));
        assertThat(stored().getTelecom()).isEmpty();
        assertThat(refused(asked(Map.of("phone-shared", "own")))).isEqualTo("phone");
    }

    @Test
    void namesAnotherPersonToCallAndAnotherLanguage() {
        var answer = update(asked(Map.of("contact.name", "Sunil", "contact.phone", "0770000001", "language", "ta")));
        assertThat(changed(answer)).containsExactly("language", "contact");
        var stored = stored();
        assertThat(stored.getContact()).singleElement().satisfies(contact -> {
            assertThat(contact.getName().getText()).isEqualTo("Sunil");
            assertThat(contact.getTelecomFirstRep().getValue()).isEqualTo("0770000001");
        });
        assertThat(stored.getCommunicationFirstRep()
                        .getLanguage()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("ta");
        update(asked(Map.of("language", "si")));
        assertThat(stored().getCommunication()).as("she does not prefer two").hasSize(1);
    }

    @Test
    void writesNothingWhereNothingIsOtherwise() {
        var answer = update(asked(Map.of("phone", "+94 77 123 4521", "contact.name", "Kasun Perera")));
        assertThat(changed(answer)).isEmpty();
        assertThat(records.all(Provenance.class)).isEmpty();
    }

    @Test
    void isDoneOnceHoweverOftenItIsSent() {
        var asked = asked(Map.of("phone", "0710000009"));
        update(asked);
        assertThat(update(asked).getParameter("repeated").getValue().primitiveValue())
                .isEqualTo("true");
        assertThat(records.all(Provenance.class)).hasSize(1);
    }

    @Test
    void changesNothingThatTheCallerHasNotSeen() {
        var asked = asked(Map.of("phone", "0710000009"));
        update(asked(Map.of("phone", "0710000008")));
        assertThat(Refused.problemOf(() -> update(asked))).isEqualTo(Problem.VERSION_CONFLICT);
        assertThat(stored().getTelecomFirstRep().getValue()).isEqualTo("0710000008");
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 12345, phone",
        "phone, call my brother 0771234521, phone",
        "phone, 0000000000, phone",
        "phone-shared, sometimes, phone-shared",
        "contact.phone, 12, contact.phone",
        "language, Sinhala please, language",
        "remove, name, remove"
    })
    void refusesWhatNobodyCouldBeReachedBy(String name, String value, String at) {
        assertThat(refused(asked(Map.of(name, value)))).isEqualTo(at);
        assertThat(stored().getTelecomFirstRep().getValue()).isEqualTo("0771234521");
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone", "contact", "address"})
    void givesAndRemovesNothingAtOnce(String detail) {
        var value = detail.equals("phone") ? "0710000009" : "Somebody";
        var name = detail.equals("contact") ? "contact.name" : detail;
        assertThat(refused(asked(Map.of(name, value, "remove", detail)))).isEqualTo("remove");
    }

    @Test
    void refusesToDoNothing() {
        assertThat(Refused.problemOf(() -> update(asked(Map.of())))).isEqualTo(Problem.PARAMETER_INVALID);
    }

    @Test
    void isForHerMidwifeAndHerSupervisorAlone() {
        var asked = asked(Map.of("phone", "0710000009"));
        for (var caller : List.of(Staff.doctor(), Staff.mother(nimali))) {
            assertThat(Refused.problemOf(() -> update(caller, asked))).isEqualTo(Problem.FORBIDDEN);
        }
        cared.put(nimali, "Organization/other-area");
        assertThat(Refused.problemOf(() -> update(asked))).isEqualTo(Problem.NOT_FOUND);
        cared.put(nimali, Staff.AREA);
        update(Staff.supervisor(), asked);
    }

    private Patient stored() {
        return records.read(Patient.class, nimali).orElseThrow();
    }

    private static List<String> changed(Parameters answer) {
        return answer.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("changed"))
                .map(parameter -> parameter.getValue().primitiveValue())
                .toList();
    }

    /** As it comes over the wire: what the values are is refused before anything is asked. */
    private Parameters update(Caller caller, Asked asked) {
        var updating = new UpdatingContact(new Once(records, requests), new Reach(cared), records, clock);
        return new UpdateContactProvider(updating)
                .updateContact(
                        new IdType(nimali),
                        new StringType(asked.requestId()),
                        new StringType(asked.basedOn()),
                        asked.string("phone"),
                        asked.code("phone-shared"),
                        asked.code("language"),
                        asked.contact(),
                        asked.string("address"),
                        asked.string("village"),
                        asked.code("remove") == null ? null : List.of(asked.code("remove")),
                        request(caller));
    }

    private static SystemRequestDetails request(Caller caller) {
        var request = new SystemRequestDetails();
        request.getUserData().put(Caller.class, caller);
        return request;
    }

    private Parameters update(Asked asked) {
        return update(Staff.kumariTheMidwife(), asked);
    }

    private Asked asked(Map<String, String> typed) {
        return new Asked(UUID.randomUUID().toString(), stored().getMeta().getVersionId(), typed);
    }

    private record Asked(String requestId, String basedOn, Map<String, String> typed) {

        @Nullable
        StringType string(String name) {
            return typed.containsKey(name) ? new StringType(typed.get(name)) : null;
        }

        @Nullable
        CodeType code(String name) {
            return typed.containsKey(name) ? new CodeType(typed.get(name)) : null;
        }

        @Nullable
        ParametersParameterComponent contact() {
            var contact = new ParametersParameterComponent().setName("contact");
            for (var part : List.of("name", "phone")) {
                if (typed.containsKey("contact." + part)) {
                    contact.addPart().setName(part).setValue(string("contact." + part));
                }
            }
            return contact.hasPart() ? contact : null;
        }
    }

    private String refused(Asked asked) {
        var refusal = catchThrowableOfType(Refusal.class, () -> update(asked));
        assertThat(refusal.problem()).isEqualTo(Problem.PARAMETER_INVALID);
        return ((OperationOutcome) refusal.getOperationOutcome())
                .getIssueFirstRep()
                .getExpression()
                .get(0)
                .getValue();
    }
}
