package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.domain.access.Role;
import org.ancregistry.portals.signin.SignedInPerson;
import org.hl7.fhir.r4.model.Address.AddressUse;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A number that was written down wrongly, a family that moved: her midwife puts it right. */
class ContactPagesTest extends CarePagesTests {

    private static final String UPDATE = "Patient/1/$update-contact";
    private static final String PAGE = "/midwife/mothers/1/contact";

    @BeforeEach
    void nimali() {
        var area = new Organization().setName("Galewela 2");
        area.setId("Organization/2");
        REGISTRY.answers("Patient/1", nimali("3", "077 123 4521"))
                .answers("Organization/2", area)
                .answers(UPDATE, new Parameters());
    }

    private static SignedInPerson midwife() {
        return new SignedInPerson(
                "Practitioner/9",
                Role.MIDWIFE,
                "Organization/9",
                "Field clinic",
                Set.of("Organization/2"),
                "K. Kumari");
    }

    /** Her ID says where her parents live; she lives with her husband, and shares his phone. */
    private static Patient nimali(String version, String phone) {
        var nimali = new Patient();
        nimali.setId("Patient/1/_history/" + version);
        nimali.getMeta().setVersionId(version);
        nimali.addName().setText("Nimali Sanduni Perera");
        nimali.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone).setUse(ContactPointUse.HOME);
        nimali.addCommunication()
                .setPreferred(true)
                .setLanguage(new CodeableConcept(new Coding("urn:ietf:bcp:47", "si", null)));
        nimali.addContact().getName().setText("Kasun Perera");
        nimali.getContactFirstRep()
                .addTelecom()
                .setSystem(ContactPointSystem.PHONE)
                .setValue("071 000 0002");
        nimali.addAddress()
                .setText("12 Temple Road, Gampaha")
                .setCity("Gampaha")
                .addExtension(
                        "https://ancregistry.org/fhir/StructureDefinition/anc-identity-assurance",
                        new CodeType("esignet-otp"));
        nimali.addAddress()
                .setText("5 Lake Road, Mullegama")
                .setCity("Mullegama")
                .setUse(AddressUse.TEMP)
                .addLine("5 Lake Road")
                .addExtension(
                        "https://ancregistry.org/fhir/StructureDefinition/anc-identity-assurance",
                        new CodeType("declared"));
        nimali.setManagingOrganization(new Reference("Organization/2"));
        return nimali;
    }

    @Test
    void showsHowSheIsReachedWithNumbersToPress() throws Exception {
        assertThat(read(PAGE, midwife(), "en"))
                .contains("href=\"tel:0771234521\"", "Shared with others", "සිංහල", "Kasun Perera")
                .contains("href=\"tel:0710000002\"", "5 Lake Road, Mullegama", "12 Temple Road, Gampaha", "Galewela 2")
                .contains("name=\"basedOn\" value=\"3\"", "value=\"Mullegama\"");
    }

    @Test
    void isReadOnlyForADoctor() throws Exception {
        assertThat(read("/doctor/mothers/1/contact"))
                .contains("href=\"tel:0771234521\"", "Her midwife changes this.")
                .doesNotContain("name=\"basedOn\"");
        assertThat(send("/doctor/mothers/1/contact", "phone", "0710000009")
                        .getResponse()
                        .getStatus())
                .isEqualTo(405);
        assertThat(REGISTRY.asked(UPDATE)).isEmpty();
    }

    @Test
    void savesWhatIsOtherwiseAndWhatHoldsNoLonger() {
        var saved = sent("phone", "071 000 0009", "whose", "own", "contactName", "", "contactPhone", "");
        assertThat(saved.getResponse().getRedirectedUrl()).isEqualTo(PAGE);
        var asked = REGISTRY.lastAsked(UPDATE);
        assertThat(text(asked, "based-on")).isEqualTo("3");
        assertThat(text(asked, "phone")).isEqualTo("071 000 0009");
        assertThat(text(asked, "phone-shared")).isEqualTo("own");
        assertThat(text(asked, "language")).isEqualTo("si");
        assertThat(text(asked, "address")).isEqualTo("5 Lake Road");
        assertThat(text(asked, "village")).isEqualTo("Mullegama");
        assertThat(removed(asked)).containsExactly("contact");
    }

    @Test
    void saysThatSheHasNoPhoneAndLivesWhereHerIdSays() {
        sent("phone", "", "whose", "none", "address", "", "village", "");
        var asked = REGISTRY.lastAsked(UPDATE);
        assertThat(asked.getParameter("phone")).isNull();
        assertThat(asked.getParameter("phone-shared")).isNull();
        assertThat(removed(asked)).containsExactlyInAnyOrder("phone", "address");
        assertThat(asked.getParameter("contact").getPart())
                .extracting(ParametersParameterComponent::getName)
                .containsExactly("name", "phone");
    }

    @Test
    void refusesAtTheFieldWhatNobodyCanCall() throws Exception {
        for (var wrong : Map.of(
                        "phone", List.of("12345", "phone-error"),
                        "contactPhone", List.of("at the shop", "contactPhone-error"),
                        "whose", List.of("none", "whose-error"),
                        "village", List.of("a".repeat(101), "village-error"))
                .entrySet()) {
            var answer = sent(wrong.getKey(), wrong.getValue().get(0)).getResponse();
            assertThat(answer.getStatus()).as(wrong.getKey()).isEqualTo(422);
            assertThat(answer.getContentAsString())
                    .contains("id=\"" + wrong.getValue().get(1) + "\"", "Kasun Perera");
        }
        assertThat(sent("phone", "").getResponse().getContentAsString()).contains("or say that she has no phone");
        assertThat(REGISTRY.asked(UPDATE)).isEmpty();
    }

    @Test
    void keepsWhatWasTypedAndTakesOverWhatSomebodyElseChangedMeanwhile() throws Exception {
        REGISTRY.answers("Patient/1", nimali("4", "071 999 9999"))
                .answers("Patient/1/_history/3", nimali("3", "077 123 4521"))
                .refuses(UPDATE, 409, "version-conflict");
        var page = sent("village", "Udugampola").getResponse().getContentAsString();
        assertThat(page)
                .contains("Somebody changed her record", "<li>her phone</li>")
                .contains("value=\"071 999 9999\"", "value=\"Udugampola\"", "name=\"basedOn\" value=\"4\"")
                .doesNotContain("<li>where she lives</li>", "077 123 4521");
    }

    @Test
    void isLinkedUnderTheBannerOfHerRecordWithHerNumberToPress() throws Exception {
        assertThat(read("/midwife/mothers/1/summary", midwife(), "en"))
                .contains("href=\"/midwife/mothers/1/contact\"", "href=\"tel:");
        assertThat(read("/doctor/mothers/1/summary")).contains("href=\"/doctor/mothers/1/contact\"");
    }

    @Test
    void speaksThreeLanguages() throws Exception {
        assertThat(read(PAGE, midwife(), "si")).contains("lang=\"si\"", "සම්බන්ධතා සහ නිවස");
        assertThat(read(PAGE, midwife(), "ta")).contains("lang=\"ta\"", "தொடர்பும் வீடும்");
    }

    private static List<String> removed(Parameters asked) {
        return asked.getParameter().stream()
                .filter(parameter -> parameter.getName().equals("remove"))
                .map(parameter -> parameter.getValue().primitiveValue())
                .toList();
    }

    private MvcTestResult sent(String... otherwise) {
        var usual = new LinkedHashMap<String, String>();
        usual.put("basedOn", "3");
        usual.put("phone", "077 123 4521");
        usual.put("whose", "shared");
        usual.put("language", "si");
        usual.put("contactName", "Kasun Perera");
        usual.put("contactPhone", "071 000 0002");
        usual.put("address", "5 Lake Road");
        usual.put("village", "Mullegama");
        var request = pages.post().uri(PAGE).with(csrf()).with(authentication(signedIn(midwife())));
        var fields = fields(usual, otherwise);
        for (var i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
