package org.ancregistry.portals.figures;

import static org.ancregistry.portals.figures.FiguresUnderTest.COUNT;
import static org.ancregistry.portals.figures.FiguresUnderTest.REGISTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.UnsupportedEncodingException;
import java.util.List;
import org.ancregistry.domain.indicators.Indicator;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        classes = FiguresUnderTest.class,
        properties = {"anc.base-url=http://localhost", "anc.registry.patience=3s"})
@AutoConfigureMockMvc
class FiguresPagesTest {

    @Autowired
    private MockMvcTester pages;

    @DynamicPropertySource
    static void registry(DynamicPropertyRegistry properties) {
        properties.add("anc.registry.url", REGISTRY::base);
    }

    @BeforeEach
    void answer() {
        REGISTRY.forget();
        REGISTRY.answers("Organization", FiguresUnderTest.areas()).answers(COUNT, FiguresUnderTest.all());
    }

    @Test
    void showsEveryIndicatorAsAShareOfThoseWhoCount() throws UnsupportedEncodingException {
        var page = read("/midwife/figures", "en");
        assertThat(page)
                .contains("All my areas", "1 January 2026 to 22 November 2026", "62 %", "Registered before 8 weeks")
                .contains("Clinic visits for each mother", "5.4")
                .contains("Bulanawewa");
        assertThat(page.split("62 %", -1)).hasSize(Indicator.values().length);
    }

    @Test
    void countsThemAllInOneRequest() throws UnsupportedEncodingException {
        read("/midwife/figures", "en");
        assertThat(REGISTRY.asked(COUNT)).hasSize(1);
        assertThat(REGISTRY.lastAsked(COUNT).getParameters("measure")).hasSize(Indicator.values().length);
        assertThat(REGISTRY.lastAsked(COUNT).hasParameter("subject")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "this-month, 2026-11-01, 2026-11-22",
        "last-month, 2026-10-01, 2026-10-31",
        "this-year,  2026-01-01, 2026-11-22",
        "last-year,  2025-01-01, 2025-12-31",
        "a-slip,     2026-01-01, 2026-11-22"
    })
    void asksForWholeDays(String period, String from, String to) throws UnsupportedEncodingException {
        read("/midwife/figures?area=7&period=" + period, "en");
        var asked = REGISTRY.lastAsked(COUNT);
        assertThat(asked.getParameter("periodStart").getValue().primitiveValue())
                .isEqualTo(from);
        assertThat(asked.getParameter("periodEnd").getValue().primitiveValue()).isEqualTo(to);
        assertThat(asked.getParameter("subject").getValue().primitiveValue()).isEqualTo("Organization/7");
    }

    @Test
    void breaksOneDownByMonthAndEducation() throws UnsupportedEncodingException {
        REGISTRY.answers(COUNT, FiguresUnderTest.report(Indicator.IND_LK_1));
        assertThat(read("/midwife/figures/ind-lk-1?period=this-year&area=7", "en"))
                .contains("Registered before 8 weeks", "13 of 21", "women registered", "November 2026", "25 %")
                .contains("secondary school", "100 %", "/midwife/figures?period=this-year&amp;area=7")
                .doesNotContain("By age");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/midwife/figures?area=8", "/midwife/figures/anc-ind-99"})
    void knowsNoOtherAreaOrIndicator(String address) {
        assertThat(open(address, "en").getStatus()).isEqualTo(404);
        assertThat(REGISTRY.asked(COUNT)).isEmpty();
    }

    @Test
    void saysThatNobodyCounts() throws UnsupportedEncodingException {
        var nobody = FiguresUnderTest.report(Indicator.ANC_IND_1);
        nobody.getGroupFirstRep().getPopulation().forEach(one -> one.setCount(0));
        nobody.getGroupFirstRep().getStratifier().clear();
        REGISTRY.answers(COUNT, nobody);
        assertThat(read("/midwife/figures/anc-ind-1", "en")).contains("Nobody counts in this period.", "–");
        REGISTRY.answers(COUNT, new Bundle());
        assertThat(open("/midwife/figures/anc-ind-1", "en").getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"si", "ta", "en"})
    void hasWordsForEverythingInEachLanguage(String language) throws UnsupportedEncodingException {
        assertThat(read("/midwife/figures", language)).doesNotContain("??");
    }

    @ParameterizedTest
    @EnumSource(Indicator.class)
    void namesEachIndicator(Indicator indicator) throws UnsupportedEncodingException {
        REGISTRY.answers(COUNT, FiguresUnderTest.report(indicator));
        assertThat(read("/midwife/figures/" + indicator.measure(), "si")).doesNotContain("??");
    }

    private String read(String address, String language) throws UnsupportedEncodingException {
        var answer = open(address, language);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(answer.getContentAsString()).startsWith("<!DOCTYPE html>").contains("</html>");
        return answer.getContentAsString();
    }

    private MockHttpServletResponse open(String address, String language) {
        return pages.get()
                .uri(address)
                .with(authentication(new TestingAuthenticationToken(FiguresUnderTest.jayasinghe(), null, List.of())))
                .header("Accept-Language", language)
                .exchange()
                .getResponse();
    }
}
