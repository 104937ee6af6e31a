package org.ancregistry.server.journeys;

import static org.ancregistry.server.journeys.Walk.midwife;
import static org.ancregistry.server.journeys.Walk.today;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.ancregistry.sandbox.SandboxPeople;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is done in an office, in a real browser against the real stack: a clinic written down from paper, the figures of an
 * area, and the administrator's pages.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficeJourneysIT {

    private static final String NATASHA = SandboxPeople.natasha().name();
    private static final String THARANI = SandboxPeople.tharani().name();

    private static final List<String> NUMBERS = new ArrayList<>();

    @AutoClose
    private static Walk walk;

    @BeforeAll
    static void start() {
        walk = Walk.begin("pages-office");
        try (var window = walk.window(Look.onAPhone(true))) {
            var midwife = midwife(window);
            for (var name : List.of(NATASHA, THARANI)) {
                midwife.list();
                midwife.registers(name, LocalDate.of(1998, 4, 2), today().minusWeeks(22));
                NUMBERS.add(midwife.number());
            }
        }
    }

    @Test
    @Order(1)
    void aMidwifeWritesDownAClinicWithoutAMouse() {
        try (var window = walk.window(Look.withAKeyboardOnly())) {
            var midwife = midwife(window);
            midwife.beginsAClinicDay();
            for (var number : NUMBERS) {
                assertThat(window.page().locator("#phn:focus").count())
                        .as("the cursor waits in the box")
                        .isEqualTo(1);
                midwife.writesDown(number, "57.2");
            }
            assertThat(window.text()).contains("The visit is saved", "Saved visits: 2", NATASHA, THARANI);
            window.press("main form[action$='/end'] button");
            midwife.open(NATASHA);
            assertThat(window.text()).contains("116/72", "57.2");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(2)
    void aWrongNumberIsSaidAndTheDayGoesOn(boolean scripts) {
        try (var window = walk.window(Look.onAPhone(scripts))) {
            var midwife = midwife(window);
            midwife.beginsAClinicDay();
            window.type("#phn", "99");
            window.press(Window.MAIN_BUTTON);
            assertThat(window.typed("#phn")).isEqualTo("99");
            midwife.writesDown(NUMBERS.get(0), "57.4");
            assertThat(window.text()).contains("Saved visits: 1");
        }
    }

    @ParameterizedTest(name = "scripts: {0}")
    @ValueSource(booleans = {true, false})
    @Order(2)
    void aPhotoOfHerCardFillsTheBox(boolean scripts, @TempDir Path folder) throws IOException, WriterException {
        try (var window = walk.window(Look.onAPhone(scripts))) {
            midwife(window).beginsAClinicDay();
            photograph(window, photo(NUMBERS.get(1), folder));
            assertThat(window.typed("#phn").replace(" ", "")).isEqualTo(NUMBERS.get(1));
            photograph(window, Files.write(folder.resolve("blank.png"), new byte[] {1, 2, 3}));
            assertThat(window.typed("#phn")).isEmpty();
            assertThat(window.text()).contains("No number could be read");
            photograph(window, Files.write(folder.resolve("wall.png"), new byte[7 * 1024 * 1024]));
            assertThat(window.text()).contains("larger than 6 megabytes");
        }
    }

    /** This browser has no detector of its own, so it is given one that sees her card at once. */
    @Test
    @Order(2)
    void aCameraReadsHerCard() {
        try (var window = walk.window(Look.onAPhone(true))) {
            midwife(window).beginsAClinicDay();
            assertThat(window.page().locator("[data-scan]").isVisible())
                    .as("no button that leads nowhere")
                    .isFalse();
            window.page().addInitScript("""
                    Object.defineProperty(navigator, 'mediaDevices', {value: {
                      enumerateDevices: () => Promise.resolve([{kind: 'videoinput'}]),
                      getUserMedia: () => {
                        const picture = document.createElement('canvas');
                        picture.getContext('2d').fillRect(0, 0, 9, 9);
                        return Promise.resolve(picture.captureStream(9));
                      }
                    }});
                    HTMLMediaElement.prototype.play = () => Promise.resolve();
                    window.BarcodeDetector = class {
                      detect() { return Promise.resolve([{rawValue: '%s'}]); }
                    };
                    """.formatted(NUMBERS.get(1)));
            window.open("/midwife/clinic-day");
            window.page().locator("[data-scan] button").click();
            window.page().waitForCondition(() -> !window.typed("#phn").isEmpty());
            assertThat(window.typed("#phn")).isEqualTo(NUMBERS.get(1));
            assertThat(window.text()).contains("The number is in the box");
            assertThat(window.page().locator("[data-scan] video").isVisible()).isFalse();
            assertThat(window.page().locator("#phn:focus").count()).isEqualTo(1);
        }
    }

    private static void photograph(Window window, Path photo) {
        if (!window.page().locator("#photo").isVisible()) {
            window.page().locator("main details summary").click();
        }
        window.page().setInputFiles("#photo", photo);
        window.press("main form[action$='/photo'] button");
    }

    private static Path photo(String number, Path folder) throws IOException, WriterException {
        var code = new QRCodeWriter().encode(number, BarcodeFormat.QR_CODE, 600, 600);
        var photo = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 600; x++) {
            for (var y = 0; y < 600; y++) {
                photo.setRGB(x, y, code.get(x, y) ? 0 : 0xffffff);
            }
        }
        var file = folder.resolve("card.png");
        ImageIO.write(photo, "png", file.toFile());
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "si", "ta"})
    @Order(3)
    void aSupervisorReadsHerFigures(String language) {
        try (var window = walk.window(Look.in(language))) {
            var supervisor = new MidwifePages(window);
            supervisor.signIn(SandboxPeople.chandrika());
            supervisor.figures();
            assertThat(window.text()).contains("ANC.IND.1", "IND-LK-15", "100 %");
            window.page().selectOption("#period", "this-month");
            window.press("main form button");
            assertThat(window.page().url()).contains("period=this-month");
            window.press("main a[href*='/midwife/figures/ind-lk-1?']");
            assertThat(window.text()).contains("0 %");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta"})
    @Order(4)
    void aMidwifeWritesAClinicDownInHerLanguage(String language) {
        try (var window = walk.window(Look.in(language))) {
            var midwife = midwife(window);
            midwife.beginsAClinicDay();
            midwife.writesDown(NUMBERS.get(1), "57.8");
            assertThat(window.text()).contains(THARANI);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "si", "ta"})
    @Order(5)
    void anAdministratorLooksThroughHerPages(String language) {
        try (var window = walk.window(Look.in(language))) {
            window.open("/admin");
            window.press(Window.MAIN_BUTTON);
            new EsignetPages(window).proves(SandboxPeople.administrators().get(0));
            assertThat(window.text()).contains(SandboxPeople.anoma().name());
            window.press(".anc-tabs a[href$='/admin/units']");
            window.press(".anc-tabs a[href$='/admin/rules']");
            assertThat(window.text()).contains("R-HTN-SEVERE", "160 mmHg");
        }
    }

    @Test
    @Order(6)
    void noPageHasForeignWordsOrBrokenHtml() {
        walk.holdLanguagesAndSources();
    }
}
