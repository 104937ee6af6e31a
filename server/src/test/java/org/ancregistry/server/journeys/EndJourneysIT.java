package org.ancregistry.server.journeys;

import static org.ancregistry.server.journeys.Walk.midwife;
import static org.ancregistry.server.journeys.Walk.today;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a pregnancy ends, in a real browser against the real stack: written down, taken back, and met on her own pages. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EndJourneysIT {

    private static final int WEEKS = 20;

    @AutoClose
    private static Walk walk;

    @BeforeAll
    static void start() {
        walk = Walk.begin("pages-end");
        walk.registers(new Cast(true).withoutNumber(), WEEKS);
        walk.registers(new Cast(false).withoutNumber(), WEEKS);
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(1)
    void aMidwifeWritesABirthDownAndTakesItBack(boolean scripts) {
        var name = new Cast(scripts).nameOfOneWhoGaveBirth();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.registers(name, LocalDate.of(1990, scripts ? 3 : 7, 14), today().minusWeeks(38));
            midwife.list();
            midwife.open(name);
            var end = new EndPages(window);
            end.begin("birth");
            end.on(today().plusDays(1));
            end.look();
            assertThat(window.page().title()).as("in the future").startsWith("Error:");
            end.on(today());
            end.child(1, "2900");
            end.anotherChild();
            end.child(2, "1200");
            end.look();
            assertThat(window.text()).contains("Is this right?");
            window.choose("#confirmed-1");
            end.look();
            assertThat(window.text()).contains("2900 g", "1200 g", "Born alive");
            end.save();
            assertThat(window.text()).contains("twelve months", "A birth");

            takesBack(midwife, name);
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(1)
    void aMidwifeWritesALossDownAndTakesItBack(boolean scripts) {
        var name = new Cast(scripts).nameOfOneWhoLostHers();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.registers(name, LocalDate.of(1993, scripts ? 5 : 9, 23), today().minusWeeks(11));
            midwife.list();
            midwife.open(name);
            var end = new EndPages(window);
            end.begin("miscarriage");
            end.on(today());
            end.look();
            end.save();
            assertThat(window.text()).contains("A miscarriage");

            takesBack(midwife, name);
        }
    }

    /** From the list of those whose pregnancy is over, until she is on the list of those who are cared for. */
    private static void takesBack(MidwifePages midwife, String name) {
        var window = midwife.window();
        midwife.list();
        midwife.openEnded(name);
        assertThat(window.shows("main a[href$='/visits/new']")).as("a visit").isFalse();
        new EndPages(window).takeBack("I chose the wrong woman.");
        assertThat(window.text()).contains("The pregnancy goes on.");
        midwife.list();
        midwife.open(name);
        new CarePages(window).recordVisit(today().plusWeeks(1));
        assertThat(window.text()).contains("The visit is saved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    @Order(1)
    void theEndOfAPregnancyIsReadInTheOwnLanguage(String language) {
        var name = language.equals("si") ? "Herath Somawathie" : "Silva Leelawathie";
        try (var window = walk.window(Look.in(language))) {
            var midwife = midwife(window);
            midwife.registers(name, LocalDate.of(1997, language.equals("si") ? 2 : 11, 6), today().minusWeeks(37));
            midwife.list();
            midwife.open(name);
            var end = new EndPages(window);
            end.begin("birth");
            end.on(today());
            end.child(1, "3000");
            end.look();
            end.save();
            midwife.list();
            midwife.openEnded(name);
            window.press("main a[href$='/outcome/wrong']");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(2)
    void nobodySpeaksToAWomanOfABabyAfterALoss(boolean scripts) {
        var mother = new Cast(scripts).withoutNumber();
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.list();
            midwife.open(mother.name());
            var end = new EndPages(window);
            end.begin("miscarriage");
            end.on(today());
            end.look();
            end.save();
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            new MotherPages(window).signIn(mother);
            assertThat(window.text()).contains("We are so sorry");
            assertThat(window.everything()).doesNotContainIgnoringCase("baby").doesNotContain("20 weeks");
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.list();
            midwife.openEnded(mother.name());
            new EndPages(window).takeBack("I chose the wrong woman.");
        }
        try (var window = walk.window(Look.onAPhone(scripts))) {
            new MotherPages(window).signIn(mother);
            assertThat(window.text()).contains("20 weeks");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    @Order(2)
    void aWomanReadsInHerLanguageWhatFollowsTheBirth(String language) {
        var mother = new Cast(language.equals("si")).withoutNumber();
        try (var window = walk.window(Look.onAPhone(true))) {
            var midwife = midwife(window);
            midwife.list();
            midwife.open(mother.name());
            var end = new EndPages(window);
            end.begin("birth");
            end.on(today());
            end.child(1, "2400");
            end.look();
            end.save();
        }
        try (var window = walk.window(Look.in(language))) {
            new MotherPages(window).signIn(mother);
            assertThat(window.shows("main .anc-alert li")).isTrue();
        }
        try (var window = walk.window(Look.onAPhone(true))) {
            var midwife = midwife(window);
            midwife.list();
            midwife.openEnded(mother.name());
            new EndPages(window).takeBack("I chose the wrong woman.");
        }
    }

    @Test
    @Order(3)
    void noPageHasForeignWordsOrBrokenHtml() {
        walk.holdLanguagesAndSources();
    }
}
