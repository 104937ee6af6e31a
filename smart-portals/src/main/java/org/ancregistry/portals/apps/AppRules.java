package org.ancregistry.portals.apps;

import com.nimbusds.jose.jwk.AsymmetricJWK;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ancregistry.domain.access.SmartScope;
import org.jspecify.annotations.Nullable;

/** What an app must be like before people are sent to it with a code in their hands. */
public final class AppRules {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{2,99}");
    private static final Pattern OWN = Pattern.compile("(?i)anc-(midwife|doctor|mother|admin)");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> KINDS = Set.of(App.PUBLIC, App.SECRET, App.KEY);
    private static final int MOST_SCOPES = 100;

    private AppRules() {}

    /** Empty when the app may be registered. */
    public static List<AppProblem> problems(App app) {
        var problems = new ArrayList<AppProblem>();
        note(problems, !ID.matcher(app.clientId()).matches(), "clientId", "shape");
        note(problems, OWN.matcher(app.clientId()).matches(), "clientId", "taken");
        note(problems, app.name().isBlank(), "name", "missing");
        note(problems, !KINDS.contains(app.authentication()), "authentication", "unknown");
        note(problems, !all(app.redirectUris(), AppRules::isSafeReturn), "redirectUris", "unsafe");
        note(problems, app.launchUri() != null && !isEncryptedOrHere(app.launchUri()), "launchUri", "unsafe");
        addProof(problems, app);
        addScopes(problems, app);
        return List.copyOf(problems);
    }

    private static void addProof(List<AppProblem> problems, App app) {
        var secret = app.secret();
        note(
                problems,
                app.authentication().equals(App.SECRET) && (secret == null || !secret.startsWith("{")),
                "secret",
                "missing");
        note(problems, app.actsForItself() && app.authentication().equals(App.PUBLIC), "authentication", "itself");
        if (app.authentication().equals(App.KEY)) {
            note(problems, (app.jwks() == null) == (app.jwksUri() == null), "jwks", "one");
            note(problems, app.jwks() != null && !areKeys(app), "jwks", "unusable");
            note(problems, app.jwksUri() != null && !isEncryptedOrHere(app.jwksUri()), "jwksUri", "unsafe");
        }
    }

    private static void addScopes(List<AppProblem> problems, App app) {
        var scopes = app.scopes();
        note(problems, scopes.isEmpty() || scopes.size() > MOST_SCOPES, "scopes", "missing");
        note(problems, !all(scopes, AppRules::isKnown), "scopes", "unknown");
        note(problems, !all(scopes, scope -> scope.startsWith("system/") == app.actsForItself()), "scopes", "mixed");
    }

    private static void note(List<AppProblem> problems, boolean wrong, String field, String code) {
        if (wrong) {
            problems.add(new AppProblem(field, code));
        }
    }

    private static <T> boolean all(Iterable<T> values, Predicate<T> rule) {
        for (var value : values) {
            if (!rule.test(value)) {
                return false;
            }
        }
        return true;
    }

    /** Those of its scopes that this registry does not know. */
    public static List<String> unknownScopes(App app) {
        return app.scopes().stream().filter(scope -> !isKnown(scope)).toList();
    }

    private static boolean isKnown(String scope) {
        return SmartScope.WORDS.contains(scope) || SmartScope.parse(scope).isPresent();
    }

    private static boolean areKeys(App app) {
        try {
            return app.ownKeys()
                    .filter(keys -> !keys.getKeys().isEmpty())
                    .filter(keys -> keys.getKeys().stream().allMatch(AsymmetricJWK.class::isInstance))
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** https, http to the same computer, or an app's own scheme with a full stop in it (RFC 8252 section 7). */
    private static boolean isSafeReturn(String address) {
        var uri = uri(address);
        if (uri == null || uri.getScheme() == null || uri.getRawFragment() != null || uri.isOpaque()) {
            return false;
        }
        return isEncryptedOrHere(uri) || uri.getScheme().contains(".");
    }

    private static boolean isEncryptedOrHere(URI uri) {
        var host = uri.getHost();
        return host != null
                && uri.getUserInfo() == null
                && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host)));
    }

    private static @Nullable URI uri(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
