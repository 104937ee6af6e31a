package org.ancregistry.portals.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.ancregistry.portals.record.Reachable;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What a text message to a woman says, and when none is offered. */
class TextMessagesTest {

    private static final String PHN = "2047KTR9MX5";
    private static final ZonedDateTime DAY = ZonedDateTime.of(2026, 11, 26, 9, 0, 0, 0, ZoneId.of("Asia/Colombo"));

    /** What would tell whoever reads her phone why she is texted. */
    private static final List<String> TELLING = List.of(
            "pregn",
            "antenatal",
            "anc",
            "midwife",
            "phm",
            "mother",
            "baby",
            "birth",
            "hospital",
            "vog",
            "health",
            "ගර්භ",
            "මව්",
            "මාතෘ",
            "පවුල් සෞඛ්‍ය",
            "රෝහල",
            "දරු",
            "ප්‍රසව",
            "සෞඛ්‍ය",
            "கர்ப்ப",
            "தாய்",
            "மருத்துவிச்சி",
            "குடும்ப நல",
            "மருத்துவமனை",
            "குழந்தை",
            "பிரசவ",
            "சுகாதார");

    private final TextMessages texts = new TextMessages(messages());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Your number: 2047 KTR9MX 5. Please keep it. | Clinic: 26 November 2026, 09:00",
                "si | ඔබේ අංකය: 2047 KTR9MX 5. කරුණාකර මෙය තබා ගන්න. | සායනය: 26 නොවැම්බර් 2026, 09:00",
                "ta | உங்கள் எண்: 2047 KTR9MX 5. தயவுசெய்து இதை வைத்துக்கொள்ளுங்கள். | சிகிச்சை நிலையம்: 26 நவம்பர் 2026, 09:00"
            })
    void isInHerLanguageAndSaysNothingOfWhy(String language, String number, String day) {
        var her = Reachable.of(woman(ContactPointUse.MOBILE, true, language));
        var sent = List.of(body(texts.number(her, PHN, Locale.FRENCH)), body(texts.day(her, DAY, Locale.FRENCH)));
        assertThat(sent).containsExactly(number, day);
        assertThat(sent)
                .allSatisfy(body -> assertThat(body.toLowerCase(Locale.ROOT)).doesNotContain(TELLING));
    }

    @Test
    void opensTheMessageOnThePhoneInTheHand() {
        var her = Reachable.of(woman(ContactPointUse.MOBILE, true, "en"));
        var offer = texts.day(her, DAY, Locale.ENGLISH).orElseThrow();
        assertThat(offer.href()).isEqualTo("sms:+94771234521?body=Clinic%3A%2026%20November%202026%2C%2009%3A00");
        assertThat(offer.note()).isNull();
    }

    @Test
    void dialsANumberAsTheWorldDoes() {
        var woman = woman(ContactPointUse.MOBILE, true, "en");
        woman.getTelecomFirstRep().setValue("077-123 4521");
        assertThat(body(texts.day(Reachable.of(woman), DAY, Locale.ENGLISH))).startsWith("Clinic");
    }

    @Test
    void isInTheSendersLanguageWhereNobodyAskedHers() {
        var her = Reachable.of(woman(ContactPointUse.MOBILE, true, null));
        assertThat(body(texts.day(her, DAY, Locale.forLanguageTag("ta")))).contains("நவம்பர்");
    }

    @Test
    void saysThatNobodyAskedHer() {
        var her = Reachable.of(woman(ContactPointUse.MOBILE, null, "en"));
        assertThat(texts.number(her, PHN, Locale.ENGLISH).orElseThrow().note()).isEqualTo("unasked");
        assertThat(texts.number(her, PHN, Locale.ENGLISH).orElseThrow().href()).isNotNull();
    }

    @Test
    void tellsAPhoneThatOthersReadADayAndATimeAlone() {
        var her = Reachable.of(woman(ContactPointUse.HOME, true, "en"));
        assertThat(texts.number(her, PHN, Locale.ENGLISH)).contains(new TextMessages.Offer(null, "shared"));
        assertThat(body(texts.day(her, DAY, Locale.ENGLISH))).isEqualTo("26 November 2026, 09:00");
        assertThat(texts.day(her, DAY, Locale.ENGLISH).orElseThrow().note()).isEqualTo("readByOthers");
    }

    @Test
    void isNotOfferedWhereSheDoesNotWantIt() {
        for (var use : new ContactPointUse[] {ContactPointUse.MOBILE, ContactPointUse.HOME}) {
            var her = Reachable.of(woman(use, false, "en"));
            assertThat(texts.number(her, PHN, Locale.ENGLISH)).contains(new TextMessages.Offer(null, "refused"));
            assertThat(texts.day(her, DAY, Locale.ENGLISH)).contains(new TextMessages.Offer(null, "refused"));
        }
    }

    @Test
    void needsAPhoneAndANumber() {
        assertThat(texts.day(Reachable.of(new Patient()), DAY, Locale.ENGLISH)).isEmpty();
        var her = Reachable.of(woman(ContactPointUse.MOBILE, true, "en"));
        assertThat(texts.number(her, null, Locale.ENGLISH)).isEmpty();
        assertThat(her.toString()).doesNotContain("77");
    }

    private static String body(Optional<TextMessages.Offer> offer) {
        var href = Objects.requireNonNull(offer.orElseThrow().href());
        assertThat(href).matches("sms:\\+94771234521\\?body=[A-Za-z0-9%._-]+");
        return URLDecoder.decode(href.substring(href.indexOf('=') + 1), StandardCharsets.UTF_8);
    }

    private static Patient woman(ContactPointUse use, @Nullable Boolean agreed, @Nullable String language) {
        var woman = new Patient();
        woman.addTelecom().setSystem(ContactPointSystem.PHONE).setUse(use).setValue("+94 77 123 4521");
        if (agreed != null) {
            woman.addExtension(
                    "https://ancregistry.org/fhir/StructureDefinition/anc-texts-agreed", new BooleanType(agreed));
        }
        if (language != null) {
            woman.addCommunication()
                    .setLanguage(new CodeableConcept(new Coding("urn:ietf:bcp:47", language, null)))
                    .setPreferred(true);
        }
        return woman;
    }

    private static ResourceBundleMessageSource messages() {
        var source = new ResourceBundleMessageSource();
        source.setBasename("messages/texting");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        return source;
    }
}
