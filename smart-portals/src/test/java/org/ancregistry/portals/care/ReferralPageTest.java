package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A referral from both sides: the clinic answers, the midwife reads and prints. */
class ReferralPageTest extends CarePagesTests {

    private static final String ANSWER = "Patient/1/$answer-referral";
    private static final String SENT = "/doctor/mothers/1/referrals/70";
    private static final Map<String, String> BY_AMBULANCE =
            Map.of("si", "ගිලන් රථය", "ta", "ஆம்புலன்ஸ்", "en", "Ambulance");

    @BeforeEach
    void refer() {
        REGISTRY.answers(SUMMARY, referred(ServiceRequestStatus.ACTIVE, "Organization/9"))
                .answers(ANSWER, new Parameters());
    }

    @Test
    void offersTheClinicThatSheWasSentToToAnswer() throws Exception {
        assertThat(read("/doctor/mothers/1/summary"))
                .contains(SENT + "/seen", SENT + "/reply", "Waits for your reply, 7 days")
                .contains("she was referred to your clinic on 15 November 2026");
        assertThat(read("/midwife/mothers/1/summary"))
                .contains("/midwife/mothers/1/referrals/70/letter", "Sent", "Ambulance")
                .doesNotContain("/seen", "/reply");
        REGISTRY.answers(SUMMARY, referred(ServiceRequestStatus.ACTIVE, "Organization/10"));
        assertThat(read("/doctor/mothers/1/summary")).doesNotContain(SENT + "/seen", SENT + "/reply");
    }

    @Test
    void saysThatSheWasSeen() {
        assertThat(send(SENT + "/seen", "requestId", "r1").getResponse().getRedirectedUrl())
                .isEqualTo("/doctor/mothers/1/summary");
        var sent = REGISTRY.lastAsked(ANSWER);
        assertThat(text(sent, "action")).isEqualTo("seen");
        assertThat(((Reference) sent.getParameter("referral").getValue()).getReference())
                .isEqualTo("ServiceRequest/70");
    }

    @Test
    void repliesAndGoesBackToTheList() throws Exception {
        assertThat(read(SENT + "/reply")).contains("Raised pressure", "name=\"requestId\"");
        assertThat(send(SENT + "/reply", "requestId", "r1", "found", " ")
                        .getResponse()
                        .getContentAsString())
                .contains("found-error");
        assertThat(send(SENT + "/reply", "requestId", "r1", "found", "Scan is normal.", "please", "Iron twice a day.")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/doctor");
        assertThat(text(REGISTRY.lastAsked(ANSWER), "found")).isEqualTo("Scan is normal.");
        assertThat(text(REGISTRY.lastAsked(ANSWER), "please")).isEqualTo("Iron twice a day.");
        assertThat(REGISTRY.lastAsked(ANSWER).getParameter("done")).isNull();
        assertThat(REGISTRY.lastAsked(ANSWER).getParameter("next-review")).isNull();
        assertThat(REGISTRY.lastAsked(ANSWER).getParameter("no-further-review")).isNull();
        REGISTRY.refuses(ANSWER, 409, "already-decided");
        assertThat(send(SENT + "/reply", "requestId", "r2", "found", "Scan is normal.")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/doctor");
    }

    @Test
    void saysWhenSheIsToComeAgainOrThatSheNeedNot() {
        assertThat(reply("22", "11", "2026").getResponse().getRedirectedUrl()).isEqualTo("/doctor");
        assertThat(text(REGISTRY.lastAsked(ANSWER), "next-review")).isEqualTo("2026-11-22");

        send(SENT + "/reply", "requestId", "r4", "found", "All is well.", "noReview", "yes");
        assertThat(text(REGISTRY.lastAsked(ANSWER), "no-further-review")).isEqualTo("true");
        assertThat(REGISTRY.lastAsked(ANSWER).getParameter("next-review")).isNull();
    }

    @Test
    void callsHerForNoDayThatIsOverAndKeepsTheReply() throws Exception {
        for (var page : List.of(reply("21", "11", "2026"), reply("31", "11", "2026"), reply("3", "", ""))) {
            assertThat(page.getResponse().getContentAsString())
                    .contains("nextReview-error", "Enter today or a later day", "Scan is normal.");
        }
        assertThat(reply("7", "12", "2026", "noReview", "yes").getResponse().getContentAsString())
                .contains("nextReview-error", "not both", "Scan is normal.");
        assertThat(REGISTRY.asked(ANSWER)).isEmpty();
    }

    private MvcTestResult reply(String day, String month, String year, String... more) {
        return send(
                SENT + "/reply",
                fields(
                        Map.of(
                                "requestId", "r3",
                                "found", "Scan is normal.",
                                "nextReview.day", day,
                                "nextReview.month", month,
                                "nextReview.year", year),
                        more));
    }

    @ParameterizedTest
    @CsvSource({"en,2026-12-07,7 December 2026", "en,,No further review at this clinic", "si,,ඊළඟ පරීක්ෂාව"})
    void tellsTheMidwifeAndThePaperWhenSheIsToComeAgain(String language, @Nullable String day, String told)
            throws Exception {
        var record = referred(ServiceRequestStatus.COMPLETED, "Organization/9");
        var referral = (ServiceRequest)
                record.getEntry().get(record.getEntry().size() - 1).getResource();
        referral.addExtension(
                "https://ancregistry.org/fhir/StructureDefinition/anc-next-review",
                day == null ? new BooleanType(false) : new DateType(day));
        REGISTRY.answers(SUMMARY, record);

        assertThat(read("/midwife/mothers/1/summary", CareUnderTest.selvarajah(), language))
                .containsSubsequence("Scan is normal.", told);
        assertThat(read("/midwife/mothers/1/referrals/70/letter", CareUnderTest.selvarajah(), language))
                .containsSubsequence("Scan is normal.", told);
    }

    @Test
    void showsTheMidwifeTheReplyFirst() throws Exception {
        REGISTRY.answers(SUMMARY, referred(ServiceRequestStatus.COMPLETED, "Organization/9"));
        var page = read("/midwife/mothers/1/summary");
        assertThat(page).contains("Scan is normal.", "Replied");
        assertThat(page.indexOf("Scan is normal.")).isLessThan(page.indexOf("Record a visit"));
    }

    @Test
    void saysOfWhichDayTheWeeksInTheLetterAre() throws Exception {
        assertThat(read("/midwife/mothers/1/referrals/70/letter"))
                .contains("As of 22 November 2026", "anc-letter__head")
                .containsPattern("November 2026, \\d+\\+\\d weeks")
                .doesNotContain(">Now<");
    }

    @Test
    void leadsToTheLetterWithTheReplyAndSaysWhoseItIs() throws Exception {
        assertThat(read(SENT + "/reply")).contains("2047 KTR9MX 5", "Reply to her midwife");
        REGISTRY.answers("Patient/1/$answer-referral", new Parameters());
        var answer = send(SENT + "/reply", "requestId", "r1", "found", "Scan is normal.", "noReview", "yes");
        assertThat(answer).hasRedirectedUrl("/doctor");
        assertThat(answer.getMvcResult().getFlashMap().get("repliedLetter")).isEqualTo(SENT + "/letter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasALetterInEachLanguage(String language) throws Exception {
        var letter = read("/midwife/mothers/1/referrals/70/letter", CareUnderTest.selvarajah(), language);
        assertThat(letter)
                .contains("Raised pressure", "anc-letter__qr", "<svg", BY_AMBULANCE.get(language))
                .doesNotContain("??");
        for (var path : new String[] {"/doctor/mothers/1/summary", SENT + "/reply"}) {
            assertThat(read(path, CareUnderTest.selvarajah(), language)).doesNotContain("??");
        }
        REGISTRY.answers(SUMMARY, referred(ServiceRequestStatus.COMPLETED, "Organization/9"));
        assertThat(read("/midwife/mothers/1/summary", CareUnderTest.selvarajah(), language))
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasALetterAsAFile(String language) throws Exception {
        var letter = pages.get()
                .uri("/midwife/mothers/1/referrals/70/letter.pdf")
                .param("lang", language)
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .exchange()
                .getResponse();
        assertThat(letter.getContentType()).isEqualTo("application/pdf");
        try (var file = Loader.loadPDF(letter.getContentAsByteArray())) {
            assertThat(file.getNumberOfPages()).isLessThanOrEqualTo(2);
            assertThat(new PDFTextStripper().getText(file)).contains("Raised pressure");
            if (language.equals("en")) {
                assertThat(new PDFTextStripper().getText(file))
                        .contains("Transport", "Ambulance", "Allergies: not recorded");
            }
        }
    }

    @Test
    void leadsToTheLetterAndToTheHospitalsPhoneAsSoonAsSheIsSent() throws Exception {
        REGISTRY.answers("Organization", demoHospital("066 555 0100"));
        assertThat(sentAway())
                .contains("href=\"tel:0665550100\"", "Call Base Hospital Demo: 066 555 0100", "Print the letter")
                .contains("href=\"" + SENT + "/letter\">Print the letter")
                .doesNotContain("by the number that your clinic has");

        REGISTRY.answers("Organization", demoHospital(null));
        assertThat(sentAway()).contains("by the number that your clinic has", "Print the letter");
    }

    private String sentAway() throws Exception {
        return pages.get()
                .uri("/doctor/mothers/1/summary")
                .flashAttr("sentAway", true)
                .with(authentication(signedIn(CareUnderTest.selvarajah())))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    /** The one that she was sent to. */
    private static Bundle demoHospital(String phone) {
        var hospital = new Organization().setActive(true).setName("Base Hospital Demo");
        hospital.setId("Organization/9");
        if (phone != null) {
            hospital.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(phone);
        }
        var found = new Bundle();
        found.addEntry().setResource(hospital);
        return found;
    }

    static Bundle referred(ServiceRequestStatus status, String to) {
        var referral = new ServiceRequest()
                .setStatus(status)
                .setSubject(new Reference("Patient/1"))
                .setAuthoredOnElement(new DateTimeType("2026-11-15T09:00:00+05:30"))
                .setRequester(new Reference("Practitioner/7"))
                .addPerformer(new Reference(to));
        referral.addReasonCode().setText("Raised pressure");
        referral.addOrderDetail()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/v2-0430")
                .setCode("A");
        if (status == ServiceRequestStatus.COMPLETED) {
            referral.addNote().setText("Scan is normal.").setAuthor(new Reference("Practitioner/7"));
        }
        referral.setId("ServiceRequest/70");
        var record = CareUnderTest.record();
        record.addEntry().setResource(referral);
        return record;
    }
}
