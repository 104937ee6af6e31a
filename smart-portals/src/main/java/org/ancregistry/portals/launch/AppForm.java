package org.ancregistry.portals.launch;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.text.ParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ancregistry.domain.access.SmartScope;
import org.ancregistry.portals.apps.App;
import org.ancregistry.portals.apps.AppRules;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What an administrator types about an app, as texts. */
record AppForm(
        @Nullable String clientId,
        @Nullable String name,
        @Nullable String authentication,
        @Nullable String redirectUris,
        @Nullable String launchUri,
        @Nullable String jwks,
        @Nullable String jwksUri,
        @Nullable String scopes) {

    static final List<String> KINDS = List.of(App.PUBLIC, App.SECRET, App.KEY);
    static final AppForm EMPTY = new AppForm(null, null, null, null, null, null, null, null);

    /** The app, with every mistake noted where it stands; null when it cannot even be read. */
    @Nullable
    App app(@Nullable String secretHash, BindingResult errors) {
        var launch = uri("launchUri", launchUri, errors);
        var keysAt = uri("jwksUri", jwksUri, errors);
        var keys = keys(errors);
        if (errors.hasErrors()) {
            return null;
        }
        var app = new App(
                text(clientId),
                text(name),
                text(authentication),
                App.SECRET.equals(authentication) ? secretHash : null,
                keys,
                keysAt,
                lines(redirectUris),
                launch,
                SmartScope.words(text(scopes)),
                false,
                false,
                false);
        AppRules.problems(app)
                .forEach(problem -> errors.rejectValue(
                        problem.field(),
                        "app." + problem.field() + "." + problem.code(),
                        new Object[] {String.join(", ", AppRules.unknownScopes(app))},
                        null));
        return errors.hasErrors() ? null : app;
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    private static List<String> lines(@Nullable String typed) {
        Set<String> lines = new LinkedHashSet<>();
        Arrays.stream(text(typed).split("\\s+")).filter(line -> !line.isEmpty()).forEach(lines::add);
        return List.copyOf(lines);
    }

    private static @Nullable URI uri(String field, @Nullable String typed, BindingResult errors) {
        if (text(typed).isEmpty()) {
            return null;
        }
        try {
            return URI.create(text(typed));
        } catch (IllegalArgumentException e) {
            errors.rejectValue(field, "app." + field + ".unsafe");
            return null;
        }
    }

    private @Nullable Map<String, Object> keys(BindingResult errors) {
        if (text(jwks).isEmpty()) {
            return null;
        }
        try {
            return JWKSet.parse(text(jwks)).toPublicJWKSet().toJSONObject();
        } catch (ParseException e) {
            errors.rejectValue("jwks", "app.jwks.unusable");
            return null;
        }
    }
}
