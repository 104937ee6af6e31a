package org.ancregistry.portals.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.portals.apps.App;
import org.ancregistry.portals.apps.Apps;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Says from which web pages scripts may call (SMART App Launch 2.2, "CORS support"): what is public from anywhere, the
 * FHIR API and the token endpoint from pages of registered apps. Cookies never count.
 */
final class BrowserApps implements CorsConfigurationSource {

    private static final Set<String> PUBLIC = Set.of(
            "/fhir/.well-known/smart-configuration",
            "/fhir/metadata",
            "/.well-known/openid-configuration",
            "/.well-known/oauth-authorization-server",
            "/oauth2/jwks");
    private static final Set<String> FOR_APPS = Set.of("/oauth2/token", "/oauth2/revoke", "/oauth2/introspect");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "DPoP",
            "If-Match",
            "If-None-Match",
            "If-None-Exist",
            "Prefer",
            "X-Request-ID",
            "X-Requested-With");
    private static final List<String> SHOWN = List.of("Content-Location", "ETag", "Location", "WWW-Authenticate");
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Apps apps;
    private final Set<String> further;

    /** @param further origins besides those of registered apps, each in full */
    BrowserApps(Apps apps, Collection<String> further) {
        this.apps = apps;
        this.further = Set.copyOf(further);
    }

    /** Null where no script from elsewhere has business: there the browser lets it read nothing. */
    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (PUBLIC.contains(path)) {
            return rules(List.of(CorsConfiguration.ALL), List.of("GET", "HEAD"));
        }
        if (FOR_APPS.contains(path)) {
            return rules(origins(request), List.of("POST"));
        }
        return path.startsWith("/fhir/") ? rules(origins(request), List.of("GET", "HEAD", "POST", "PUT")) : null;
    }

    /** Only the one that asks, if it is an app's: the database is not asked for calls that come from no page. */
    private List<String> origins(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        return origin != null && (further.contains(origin) || ofApps().contains(origin)) ? List.of(origin) : List.of();
    }

    private Set<String> ofApps() {
        return apps.all().stream().flatMap(BrowserApps::addresses).collect(Collectors.toSet());
    }

    private static Stream<String> addresses(App app) {
        var launch = app.launchUri();
        return Stream.concat(
                        app.redirectUris().stream().map(URI::create),
                        launch == null ? Stream.empty() : Stream.of(launch))
                .filter(uri -> uri.getHost() != null)
                .map(BrowserApps::origin);
    }

    private static String origin(URI uri) {
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port;
    }

    private static CorsConfiguration rules(List<String> origins, List<String> methods) {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(origins);
        rules.setAllowedMethods(methods);
        rules.setAllowedHeaders(HEADERS);
        rules.setExposedHeaders(SHOWN);
        rules.setAllowCredentials(false);
        rules.setMaxAge(REMEMBERED);
        return rules;
    }
}
