package org.ancregistry.portals.launch;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ancregistry.portals.apps.App;
import org.ancregistry.portals.apps.AppProblem;
import org.ancregistry.portals.apps.AppRules;
import org.ancregistry.portals.apps.Apps;
import org.ancregistry.portals.authorization.IssuedTokens;
import org.ancregistry.portals.authorization.Portal;
import org.ancregistry.portals.keys.Randomness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page for apps, for programs: apps as JSON, in the shape of the apps file. What only that file gives ({@code trusted},
 * {@code introspects}, {@code registersApps}) cannot be given here, and what stands in it cannot be changed.
 */
@RestController
@RequestMapping("/api/apps")
class AppsApiController {

    private static final String ID = "/{clientId:[A-Za-z0-9._-]{1,100}}";

    private final Apps apps;
    private final IssuedTokens issued;
    private final PasswordEncoder hashes = PasswordEncoderFactories.createDelegatingPasswordEncoder();

    AppsApiController(Apps apps, IssuedTokens issued) {
        this.apps = apps;
        this.issued = issued;
    }

    /** An app as it is shown: everything but the hash of its secret. */
    record Shown(
            String clientId,
            String name,
            String authentication,
            @Nullable Map<String, Object> jwks,
            @Nullable URI jwksUri,
            List<String> redirectUris,
            @Nullable URI launchUri,
            Set<String> scopes,
            boolean fixed) {

        static Shown of(App app, boolean fixed) {
            return new Shown(
                    app.clientId(),
                    app.name(),
                    app.authentication(),
                    app.jwks(),
                    app.jwksUri(),
                    app.redirectUris(),
                    app.launchUri(),
                    app.scopes(),
                    fixed);
        }
    }

    /** An answer to a registration; the secret is shown once. */
    record Registered(Shown app, @Nullable String secret) {}

    /** Why something is refused: a coded problem for each part of the definition. */
    record Refused(List<AppProblem> problems) {

        static Refused because(String field, String code) {
            return new Refused(List.of(new AppProblem(field, code)));
        }
    }

    @GetMapping
    List<Shown> list() {
        return apps.all().stream().map(this::shown).toList();
    }

    @GetMapping(ID)
    ResponseEntity<Shown> show(@PathVariable String clientId) {
        return ResponseEntity.of(apps.of(clientId).map(this::shown));
    }

    private Shown shown(App app) {
        return Shown.of(app, apps.isOfFile(app.clientId()));
    }

    /** Registers an app. The same again is answered with 200 and changes nothing; another one of that id with 409. */
    @PutMapping(ID)
    ResponseEntity<Object> register(@PathVariable String clientId, @RequestBody App wanted, Authentication program) {
        if (!clientId.equals(wanted.clientId())) {
            return ResponseEntity.unprocessableEntity().body(Refused.because("clientId", "other"));
        }
        var secret = Randomness.token();
        var hasSecret = App.SECRET.equals(wanted.authentication());
        var app = wanted.withoutPowers(hasSecret ? hashes.encode(secret) : null);
        var problems = AppRules.problems(app);
        if (!problems.isEmpty()) {
            return ResponseEntity.unprocessableEntity().body(new Refused(problems));
        }
        if (apps.register(app, program.getName())) {
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(new Registered(shown(app), hasSecret ? secret : null));
        }
        return apps.isRegistered(app)
                ? ResponseEntity.ok(new Registered(shown(app), null))
                : ResponseEntity.status(HttpStatus.CONFLICT).body(Refused.because("clientId", "taken"));
    }

    /**
     * Takes an app away, with its tokens; one that is not there is gone already. What no program registered stays: the apps
     * of the file, and the portals, whose sessions hang on their tokens.
     */
    @DeleteMapping(ID)
    ResponseEntity<Object> remove(@PathVariable String clientId, Authentication program) {
        if (apps.isOfFile(clientId) || Portal.isPortal(clientId)) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(Refused.because("clientId", "fixed"));
        }
        apps.remove(clientId, program.getName());
        issued.revokeAllOfApp(clientId);
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Refused> unreadable() {
        return ResponseEntity.badRequest().body(Refused.because("", "unreadable"));
    }
}
