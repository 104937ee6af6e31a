package org.ancregistry.portals.signin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.ancregistry.domain.access.RecordsInCare;
import org.ancregistry.domain.person.NationalIdHasher;
import org.ancregistry.portals.PortalsConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The portals alone, with pages that show the token they got. Not annotated as a configuration, so that no scan finds it. */
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@Import(PortalsConfiguration.class)
public class PortalsUnderTest {

    @Bean
    StaffOfTests staff() {
        return new StaffOfTests();
    }

    /** Nobody has two records here. */
    @Bean
    RecordsInCare recordsInCare() {
        return patient -> patient;
    }

    @Bean
    @Primary
    DraftsOfTests drafts() {
        return new DraftsOfTests();
    }

    @Bean
    NationalIdHasher hasher() {
        return new NationalIdHasher("a key of 32 bytes and more, for tests only".getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    RouterFunction<ServerResponse> tokenPages(AccessTokens tokens) {
        return RouterFunctions.route()
                .GET("/{portal}/token", request -> ServerResponse.ok().body(tokens.current(request.servletRequest())))
                .GET("/{portal}/sign-out-form", request -> ServerResponse.ok().body(csrf(request)))
                .GET("/{portal}/expire", request -> ServerResponse.ok().body(expire(request)))
                .POST(
                        "/{portal}/typed",
                        request ->
                                ServerResponse.ok().body(request.param("note").orElse("")))
                .POST("/{portal}/token", request -> ServerResponse.ok().body(tokens.current(request.servletRequest())))
                .build();
    }

    /** The field that a template writes into every form. */
    private static String csrf(ServerRequest request) {
        var token = (CsrfToken) request.attribute(CsrfToken.class.getName()).orElseThrow();
        return "<input type=\"hidden\" name=\"_csrf\" value=\"" + token.getToken() + "\">";
    }

    /** Makes the midwives' access token in this session look as if it ended. */
    private static String expire(ServerRequest request) {
        var held = new HttpSessionOAuth2AuthorizedClientRepository();
        var person = SecurityContextHolder.getContext().getAuthentication();
        var servlet = request.servletRequest();
        OAuth2AuthorizedClient client = held.loadAuthorizedClient("anc-midwife", person, servlet);
        var old = client.getAccessToken();
        var ended = new OAuth2AccessToken(
                old.getTokenType(),
                old.getTokenValue(),
                Instant.now().minusSeconds(601),
                Instant.now().minusSeconds(1),
                old.getScopes());
        var response = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getResponse();
        held.saveAuthorizedClient(
                new OAuth2AuthorizedClient(
                        client.getClientRegistration(), person.getName(), ended, client.getRefreshToken()),
                person,
                servlet,
                response);
        return "expired";
    }
}
