package org.ancregistry.portals.signin;

import java.util.Arrays;
import javax.sql.DataSource;
import org.ancregistry.domain.access.RecordsInCare;
import org.ancregistry.domain.access.StaffDirectory;
import org.ancregistry.domain.identity.LinkedPeople;
import org.ancregistry.portals.authorization.IssuedTokens;
import org.ancregistry.portals.authorization.Portal;
import org.ancregistry.portals.identity.JdbcIdentityEvidences;
import org.ancregistry.portals.identity.JdbcLinkedPeople;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts sign-in together, and says who may open which page. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final String[] OPEN_TO_ALL = {
        "/",
        "/sign-in",
        "/sign-in/**",
        "/assets/**",
        "/error",
        "/favicon.ico",
        "/robots.txt",
        "/manifest.webmanifest",
        "/service-worker.js",
        "/danger-signs",
        "/danger-signs/**",
        "/help",
        "/help/**",
        "/offline",
        "/leave",
        "/leave/away",
        "/calendar/**",
        "/shared/**"
    };

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** What somebody wanted before she had to sign in: pages of portals and requests of apps, never a form's content. */
    @Bean
    RequestCache requestsBeforeSignIn() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> request.getMethod().equals("GET")
                && (Portal.ofPath(request.getServletPath()).isPresent()
                        || request.getServletPath().equals("/oauth2/authorize")));
        return cache;
    }

    @Bean
    SignInFirst signInPage(HerBrowser browser) {
        return new SignInFirst(browser);
    }

    @Bean
    LinkCodes linkCodes(DataSource database) {
        return new LinkCodes(JdbcClient.create(database));
    }

    @Bean
    Accounts accounts(LinkedPeople links, StaffDirectory staff, RecordsInCare inCare) {
        return new Accounts(links, staff, inCare);
    }

    @Bean
    Linking linking(
            LinkCodes codes,
            DataSource database,
            JdbcLinkedPeople links,
            StaffDirectory staff,
            PlatformTransactionManager transactions) {
        var attempts = new LinkAttempts(JdbcClient.create(database));
        return new Linking(codes, attempts, links, staff, new TransactionTemplate(transactions));
    }

    @Bean
    KeptSignIns ownSignIns(JdbcIdentityEvidences evidences) {
        return new KeptSignIns(evidences);
    }

    @Bean
    TokenRevocation tokenRevocation(OAuth2AuthorizedClientRepository held, IssuedTokens issued) {
        return new TokenRevocation(held, issued);
    }

    @Bean
    Sessions signInSessions(
            SecurityContextRepository contexts, RequestCache requests, TokenRevocation revocation, HerBrowser browser) {
        return new Sessions(contexts, requests, revocation, browser);
    }

    /** A page of a portal is shown only with a token at hand, so that a form seldom comes without one. */
    @Bean
    WebMvcConfigurer tokensBeforePages(AccessTokens tokens, HerBrowser browser) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                var portals = Arrays.stream(Portal.values())
                        .map(portal -> "/" + portal.path() + "/**")
                        .toList();
                registry.addInterceptor(new TokenBeforePage(tokens)).addPathPatterns(portals);
                registry.addInterceptor(new KeptFormSent(browser)).addPathPatterns(portals);
            }
        };
    }

    @Bean
    @Order(100)
    SecurityFilterChain pagesChain(
            HttpSecurity http,
            SignInFirst signIn,
            RequestCache requests,
            SecurityContextRepository contexts,
            TokenRevocation revocation,
            HerBrowser browser,
            OAuth2AuthorizationRequestResolver portalRequests,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> portalCodes)
            throws Exception {
        return http.securityMatcher(request -> !request.getServletPath().startsWith("/actuator"))
                .authorizeHttpRequests(SignInConfiguration::rules)
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(requests))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(signIn).accessDeniedHandler(signIn))
                .oauth2Client(client -> client.authorizationCodeGrant(grant ->
                        grant.authorizationRequestResolver(portalRequests).accessTokenResponseClient(portalCodes)))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler(revocation)
                        .addLogoutHandler(browser)
                        .logoutSuccessUrl("/"))
                .headers(headers -> headers.defaultsDisabled().httpStrictTransportSecurity(Customizer.withDefaults()))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages) {
        pages.requestMatchers(OPEN_TO_ALL).permitAll();
        for (var portal : Portal.values()) {
            pages.requestMatchers("/" + portal.path(), "/" + portal.path() + "/**")
                    .hasAnyRole(roles(portal));
        }
        pages.requestMatchers("/identity-checks", "/identity-checks/**").hasAnyRole(roles(Portal.MIDWIFE));
        pages.anyRequest().authenticated();
    }

    private static String[] roles(Portal portal) {
        return portal.roles().stream().map(SignedIn::authority).toArray(String[]::new);
    }
}
