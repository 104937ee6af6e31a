package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.ancregistry.domain.phn.CheckScheme;
import org.ancregistry.portals.registry.FakeRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A clinic finds a woman by her number, and checks in the one who is not in its care yet. */
class FindPagesTest extends CarePagesTests {

    private static final String LANGUAGE = "http://hl7.org/fhir/StructureDefinition/language";

    private static final String FITTING = "2047KTR9MX" + CheckScheme.LUHN_MOD26.checkCharacter("2047KTR9MX");

    @Test
    void opensARecordInTheClinicsCareByItsNumber() {
        var found = new Bundle();
        found.addEntry().setResource(new Patient().setId("1"));
        REGISTRY.answers("Patient/_search", found);

        assertThat(send("/doctor/find", "phn", "2047-ktr9mx 5").getResponse().getRedirectedUrl())
                .isEqualTo("/doctor/mothers/1/summary");
    }

    @Test
    void saysWhatANumberLooksLikeWhenItCannotBeOne() throws Exception {
        assertThat(send("/doctor/find", "phn", "12%").getResponse().getContentAsString())
                .contains("a PHN has no “%”", "value=\"12%\"");
    }

    @Test
    void asksForTheBirthDateOfAWomanWhoIsNotInTheClinicsCare() throws Exception {
        REGISTRY.answers("Patient/_search", new Bundle());

        assertThat(send("/doctor/find", "phn", "2047KTR9MX5").getResponse().getContentAsString())
                .contains("Her birth date", "she can see that it was opened");
    }

    /** The first is what the midwife's card says; in the second the last character is another. */
    @Test
    void saysThatTheLastCharacterDoesNotFitWhereNobodyIsFound() throws Exception {
        REGISTRY.answers("Patient/_search", new Bundle());
        var doubt = "The last character does not fit the others";
        assertThat(send("/doctor/find", "phn", FITTING).getResponse().getContentAsString())
                .doesNotContain(doubt);
        var slip = FITTING.substring(0, 10) + "B";
        assertThat(send("/doctor/find", "phn", slip).getResponse().getContentAsString())
                .contains(doubt, "Her birth date");
        assertThat(send("/doctor/check-in", "phn", slip).getResponse().getContentAsString())
                .contains(doubt);
    }

    @Test
    void keepsTheNumberInAnotherLanguageAndInNoAddress() throws Exception {
        REGISTRY.answers("Patient/_search", new Bundle());
        assertThat(send("/doctor/find", "phn", PHN).getResponse().getContentAsString())
                .contains("action=\"/doctor/find?lang=si\"", "name=\"phn\" value=\"" + PHN + "\"")
                .doesNotContain("hreflang", "?phn=");
        assertThat(send("/doctor/find", "phn", PHN, "lang", "si").getResponse().getContentAsString())
                .contains("lang=\"si\"", "2047 KTR9MX 5", "action=\"/doctor/find?lang=en\"");
    }

    @Test
    void listsWhoCameAndNobodyWhoseCheckInWasAnError() throws Exception {
        var found = new Bundle();
        came(found, "7", "Kamala Silva", EncounterStatus.ARRIVED);
        came(found, "8", "Sunethra Dias", EncounterStatus.ENTEREDINERROR);
        REGISTRY.answers("Encounter", found);
        REGISTRY.answers("ServiceRequest", new Bundle());

        for (var language : List.of("en", "si")) {
            assertThat(read("/doctor", CareUnderTest.selvarajah(), language))
                    .as("both scripts, in one order")
                    .containsSubsequence("lang=\"en\" translate=\"no\">Kamala Silva", "lang=\"ta\"", "பெயர்")
                    .doesNotContain("Sunethra Dias");
        }
    }

    private static void came(Bundle found, String id, String name, EncounterStatus status) {
        var woman = new Patient();
        woman.setId("Patient/" + id);
        woman.addName().setText("பெயர்").addExtension(LANGUAGE, new CodeType("ta"));
        woman.addName().setText(name).addExtension(LANGUAGE, new CodeType("en"));
        found.addEntry().setResource(woman);
        var checkIn = new Encounter().setStatus(status).setSubject(new Reference("Patient/" + id));
        checkIn.getPeriod().setStartElement(DateTimeType.now());
        found.addEntry().setResource(checkIn);
    }

    @Test
    void checksHerInAndOpensHerRecord() {
        var answer = new Parameters();
        answer.addParameter().setName("patient").setValue(new Reference("Patient/1"));
        REGISTRY.answers("Patient/$check-in", answer);

        assertThat(checkIn().getResponse().getRedirectedUrl()).isEqualTo("/doctor/mothers/1/summary");
        assertThat(text(REGISTRY.lastAsked("Patient/$check-in"), "birth-date")).isEqualTo("1997-03-14");
    }

    @Test
    void answersEveryMissAtCheckInAlikeAndKeepsWhatWasTyped() throws Exception {
        REGISTRY.refuses("Patient/$check-in", 404, "not-found");

        assertThat(checkIn().getResponse().getContentAsString())
                .contains("do not belong together, or there is no such number", "value=\"1997\"");
    }

    @Test
    void showsWhoWasReferredToTheClinicTheUrgentFirst() throws Exception {
        REGISTRY.answers("ServiceRequest", referred());

        var page = read("/doctor");
        assertThat(page)
                .containsSubsequence(
                        "/doctor/mothers/2/summary",
                        "Kumari Jayasuriya",
                        "Urgent",
                        "20 November 2026",
                        "Public transport",
                        "Very high blood pressure",
                        "/doctor/mothers/1/summary",
                        "2047 KTR9MX 5",
                        "Swelling");
        assertThat(REGISTRY.asked("ServiceRequest").get(0).query())
                .contains("performer=Organization/9", "status=active", "authored=ge2026-09-23");
    }

    @Test
    void saysThatNobodyWasReferred() throws Exception {
        assertThat(read("/doctor")).contains("Nobody was referred to your clinic");
    }

    static Bundle referred() {
        var found = new Bundle();
        referral(found, "1", "Nimali Sanduni Perera", "Swelling", ServiceRequestPriority.ROUTINE);
        referral(found, "2", "Kumari Jayasuriya", "Very high blood pressure", ServiceRequestPriority.URGENT);
        return found;
    }

    private static void referral(
            Bundle found, String patient, String name, String reason, ServiceRequestPriority priority) {
        var referral = new ServiceRequest().setPriority(priority).setSubject(new Reference("Patient/" + patient));
        referral.setAuthoredOnElement(new DateTimeType("2026-11-20T09:30:00+05:30"));
        referral.addReasonCode().setText(reason);
        if (priority == ServiceRequestPriority.URGENT) {
            referral.addOrderDetail()
                    .addCoding()
                    .setSystem("http://terminology.hl7.org/CodeSystem/v2-0430")
                    .setCode("P");
        }
        found.addEntry().setResource(referral);
        found.addEntry().setResource(FakeRegistry.patient(patient, name, patient.equals("1") ? "2047KTR9MX5" : "x"));
    }

    private MvcTestResult checkIn() {
        return send(
                "/doctor/check-in",
                "phn",
                "2047KTR9MX5",
                "birthDate.day",
                "14",
                "birthDate.month",
                "3",
                "birthDate.year",
                "1997");
    }

    @Test
    void putsTheNumberOfAPhotoIntoTheBoxForAPersonToCompare() throws Exception {
        assertThat(photographed(card())).contains("value=\"2047 KTR9MX 5\"", "Compare it with the card");
        assertThat(REGISTRY.asked("Patient/_search")).isEmpty();
    }

    @Test
    void saysThatAPhotoCouldNotBeRead() throws Exception {
        assertThat(photographed("no picture".getBytes(StandardCharsets.UTF_8)))
                .contains("No number could be read", "open=\"open\"", "photo-error");
    }

    @Test
    void isNotAtFaultForAPhotoThatIsNoFile() {
        assertThat(send("/doctor/find/photo", "photo", ""))
                .hasStatus(400)
                .bodyText()
                .contains("Reference number");
    }

    private String photographed(byte[] photo) throws Exception {
        return pages.perform(multipart("/doctor/find/photo")
                        .file(new MockMultipartFile("photo", "card.png", "image/png", photo))
                        .with(csrf())
                        .with(authentication(signedIn(CareUnderTest.selvarajah()))))
                .getResponse()
                .getContentAsString();
    }

    private static byte[] card() throws IOException, WriterException {
        var code = new QRCodeWriter().encode(PHN, BarcodeFormat.QR_CODE, 400, 400);
        var photo = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 400; x++) {
            for (var y = 0; y < 400; y++) {
                photo.setRGB(x, y, code.get(x, y) ? 0 : 0xffffff);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(photo, "png", bytes);
        return bytes.toByteArray();
    }
}
