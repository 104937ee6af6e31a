package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an app is given of what it asks for, and what its tokens say: gaps 5, 6, 7 and 18 of the design. */
class SmartScopesIT extends OnApps {

    @Test
    void gap05SaysWhoAndForWhichServerInTheTokens() {
        var tokens = publicTokens("openid fhirUser user/Observation.rs");
        var access = AppRequests.claims(tokens.get("access_token"));
        assertThat(access.getAudience()).containsExactly(PortalsStack.SITE + "/fhir");
        assertThat(access.getClaim("scope")).asString().contains("user/Observation.rs");
        assertThat(AppRequests.claims(tokens.get("id_token")).getClaim("fhirUser"))
                .isEqualTo(PortalsStack.SITE + "/fhir/Practitioner/ruwani");
        assertThat(publicTokens("user/Observation.rs")).doesNotContainKey("id_token");
        var without = publicTokens("openid fhirUser user/Observation.rs", "fhirUser");
        assertThat(AppRequests.claims(without.get("id_token")).getClaim("fhirUser"))
                .isNull();
    }

    @Test
    void gap06GivesWhatMayBeGivenAndKeepsAGranularScopeWhole() {
        var granular =
                "user/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory";
        var tokens = publicTokens(granular + " user/Condition.rs system/*.rs whatever");
        assertThat(tokens).containsEntry("scope", granular);
        assertThat(publicTokens("user/Observation.read user/*.cruds")
                        .get("scope")
                        .split(" "))
                .containsExactlyInAnyOrder("user/Observation.read", "user/Observation.rs");
        assertThat(authorize(request("public-app", "system/*.rs"))).containsEntry("error", "invalid_scope");
    }

    @Test
    void gap06AndRemembersALongListOfThem() {
        var scopes = IntStream.range(0, 40)
                .mapToObj(i -> "user/Observation.rs?category=http://example.org/a-long-code-system-of-categories|c" + i)
                .collect(Collectors.joining(" "));
        assertThat(publicTokens(scopes).get("scope").split(" ")).hasSize(40);
    }

    @Test
    void gap07DoesNotGiveWhatIsClearedHoweverOftenItWasGivenBefore() {
        assertThat(publicTokens("openid fhirUser user/Observation.rs").get("scope"))
                .contains("user/Observation.rs");
        assertThat(publicTokens("openid fhirUser user/Observation.rs", "user/Observation.rs")
                        .get("scope"))
                .doesNotContain("user/Observation.rs")
                .contains("fhirUser");
        browser.open(
                "/oauth2/authorize?" + AppRequests.form(request("public-app", "openid fhirUser user/Observation.rs")));
        assertThat(answer(List.of())).containsEntry("error", "access_denied").doesNotContainKey("code");
    }

    @Test
    void gap18IsClosedByOurOwnEsignetClientWithWhichThisMidwifeSignedIn() {
        assertThat(publicTokens("openid fhirUser")).containsKey("id_token");
    }
}
