package org.ancregistry.portals.care;

import static org.ancregistry.portals.care.CareUnderTest.REGISTRY;
import static org.ancregistry.portals.care.CareUnderTest.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a woman is met on her own pages when her pregnancy is over. */
class AfterPregnancyPageTest extends CarePagesTests {

    private static final List<String> PAGES =
            List.of("/mother", "/mother/visits", "/mother/records", "/mother/appointments");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "birth-and-loss",
                "miscarriage",
                "abortion",
                "ectopic-pregnancy",
                "molar-pregnancy",
                "maternal-death"
            })
    void nothingSpeaksOfABabyAfterALoss(String outcome) throws Exception {
        REGISTRY.answers(SUMMARY, EndedRecords.of(outcome));
        for (var path : PAGES) {
            assertThat(words(path).toLowerCase(Locale.ROOT))
                    .as(path)
                    .doesNotContain("baby", "child", "weeks", "pregnan", "birth", "heart rate", "head down");
        }
        assertThat(words("/mother"))
                .contains("We are so sorry", "Heavy bleeding")
                .doesNotContain("26 November");
        assertThat(read("/mother/appointments/30.ics", CareUnderTest.nimali(), "en"))
                .contains("METHOD:CANCEL", "SUMMARY:Clinic")
                .doesNotContainIgnoringCase("baby");
    }

    @Test
    void aWomanWhoGaveBirthIsToldWhatSheAndHerBabyNeed() throws Exception {
        REGISTRY.answers(SUMMARY, EndedRecords.of("birth"));
        assertThat(words("/mother"))
                .contains("You gave birth on 20 November 2026", "does not drink", "Heavy bleeding")
                .doesNotContain("weeks pregnant", "is expected", "Your next appointment");
    }

    @Test
    void theWordsForAYoungBabyEndWithItsFirstSixWeeks() throws Exception {
        REGISTRY.answers(SUMMARY, ended("birth", "2026-10-10"));
        assertThat(words("/mother")).contains("Your care here ended").doesNotContainIgnoringCase("baby");
    }

    @ParameterizedTest
    @ValueSource(strings = {"moved-away", "lost-to-follow-up", "not-pregnant", "something-new"})
    void isPlainWhenOnlyTheCareEnded(String outcome) throws Exception {
        REGISTRY.answers(SUMMARY, EndedRecords.of(outcome));
        assertThat(words("/mother"))
                .contains("Your care here ended on 20 November 2026")
                .doesNotContainIgnoringCase("baby")
                .doesNotContain("sorry", "weeks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasWordsInEachLanguage(String language) throws Exception {
        for (var outcome : List.of("birth", "miscarriage", "moved-away")) {
            REGISTRY.answers(SUMMARY, EndedRecords.of(outcome));
            assertThat(read("/mother", CareUnderTest.nimali(), language)).doesNotContain("??");
        }
    }

    private static Bundle ended(String outcome, String on) {
        var record = EndedRecords.of(outcome);
        record.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(EpisodeOfCare.class::isInstance)
                .map(EpisodeOfCare.class::cast)
                .forEach(pregnancy -> pregnancy.getPeriod().setEndElement(new DateTimeType(on)));
        return record;
    }

    /** What she reads there, without the marks of the page. */
    private String words(String path) throws Exception {
        return read(path, CareUnderTest.nimali(), "en")
                .replaceAll("(?s)<(script|style).*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }
}
