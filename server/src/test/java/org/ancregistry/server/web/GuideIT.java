package org.ancregistry.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.server.testing.Http;
import org.ancregistry.server.testing.RunningRegistry;
import org.junit.jupiter.api.Test;

class GuideIT {

    private static final RunningRegistry REGISTRY = RunningRegistry.onH2();

    @Test
    void showsTheGuideToEverybody() {
        var page = Http.get(REGISTRY.baseUrl() + "/guide/StructureDefinition-anc-mother.html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Mother in antenatal care").contains("anc-phn-shape");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void leadsToItsFirstPage() {
        var answer = Http.get(REGISTRY.baseUrl() + "/guide");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).endsWith("/guide/index.html"));
    }

    @Test
    void hasNothingBesidesTheGuide() {
        assertThat(Http.get(REGISTRY.baseUrl() + "/guide/../application.yaml").statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(Http.get(REGISTRY.baseUrl() + "/guide/none.html").statusCode())
                .isEqualTo(404);
    }
}
