package org.ancregistry.server.threats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ancregistry.portals.apps.App;
import org.ancregistry.portals.apps.Apps;
import org.ancregistry.sandbox.SandboxPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.server.access.Village;
import org.ancregistry.server.testing.StaffedRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Whatever is sent, the registry answers: never with a fault of its own, never with a stack trace, and in time. Each case
 * is made from the run's seed and its number, both of which a failure names: {@code -Danc.fuzz.case} sends one again, and
 * another {@code -Danc.fuzz.seed} sends other noise. The seed stays the same until somebody gives another, so that a build
 * fails by what was changed and not by luck.
 */
class FuzzIT {

    private static final long SEED = Long.getLong("anc.fuzz.seed", 20261128L);
    private static final int ONLY = Integer.getInteger("anc.fuzz.case", -1);
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("anc.fuzz.seconds", 15));
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern TRACE = Pattern.compile(
            "\\bat [a-z]\\w*(\\.[\\w$]+)+\\(|\\b(java|jakarta|org\\.(hibernate|springframework|postgresql)|ca\\.uhn)"
                    + "\\.[\\w.]+(Exception|Error)\\b");

    private static final StaffedRegistry STACK = StaffedRegistry.shared();
    private static final Village VILLAGE = new Village(STACK.registry());
    private static final String APP = "fuzz";
    private static final String SECRET = "a-secret-of-the-tests";
    private static final String GOOD = STACK.registry().token(VILLAGE.midwife(VILLAGE.phm1));
    private static final NoisyTokens TOKENS = new NoisyTokens(GOOD);
    private static final Wire WIRE = new Wire(STACK.registry().baseUrl(), PATIENCE);

    @BeforeAll
    static void registerAnApp() {
        var app = new App(
                APP,
                "Fuzz",
                App.SECRET,
                "{bcrypt}" + new BCryptPasswordEncoder(4).encode(SECRET),
                null,
                null,
                List.of(),
                null,
                Set.of("system/*.cruds"),
                false,
                false,
                false);
        STACK.registry().bean(Apps.class).register(app, "Practitioner/test");
    }

    /** Sends cases until the time is up, and looks at each answer. */
    private static void fuzz(String what, TestReporter reporter, Function<Noise, Wire.Answer> send) {
        var end = Instant.now().plus(TIME);
        var number = Math.max(ONLY, 0);
        var accepted = 0;
        do {
            var sent = Instant.now();
            var which = "%s, -Danc.fuzz.seed=%d -Danc.fuzz.case=%d".formatted(what, SEED, number);
            var answer = sent(which, send, new Noise(SEED * 1_000_003 + number));
            var about = which + ": " + answer.asked();
            assertThat(answer.status()).as(about + "\n" + answer.body()).isBetween(200, 499);
            assertThat(TRACE.matcher(answer.body()).find())
                    .as(about + "\n" + answer.body())
                    .isFalse();
            assertThat(Duration.between(sent, Instant.now())).as(about).isLessThan(PATIENCE);
            accepted += answer.status() < 400 ? 1 : 0;
            number++;
        } while (ONLY < 0 && Instant.now().isBefore(end));
        reporter.publishEntry(what, number + " cases, " + accepted + " accepted, seed " + SEED);
    }

    private static Wire.Answer sent(String which, Function<Noise, Wire.Answer> send, Noise noise) {
        try {
            return send.apply(noise);
        } catch (UncheckedIOException unanswered) {
            throw new AssertionError(which + ": no answer", unanswered);
        }
    }

    @Test
    void theTokenParserStandsNoise(TestReporter reporter) {
        fuzz("tokens", reporter, noise -> {
            var header = noise.below(4) == 0 ? noise.spoilt("Bearer " + GOOD) : "Bearer " + TOKENS.noisy(noise);
            return WIRE.get("/fhir/" + VILLAGE.nimali.patient(), header);
        });
        assertThat(WIRE.get("/fhir/" + VILLAGE.nimali.patient(), "Bearer " + GOOD)
                        .status())
                .as("a good token afterwards")
                .isEqualTo(200);
    }

    @Test
    void theScopeParserAndTheAuthorizationServerStandNoise(TestReporter reporter) {
        fuzz("scopes", reporter, noise -> switch (noise.below(3)) {
            case 0 ->
                WIRE.form(
                        "/oauth2/token",
                        basic(),
                        "grant_type=client_credentials&scope=" + NoisyRequests.encoded(NoisyRequests.scopes(noise)));
            case 1 ->
                WIRE.get(
                        "/fhir/Observation?_count=1",
                        "Bearer " + TOKENS.claiming("scope", NoisyRequests.scopes(noise)));
            default ->
                WIRE.form(
                        noise.oneOf(NoisyRequests.ENDPOINTS),
                        noise.maybe() ? basic() : null,
                        NoisyRequests.parameters(noise, GOOD));
        });
    }

    private static String basic() {
        var pair = (APP + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Test
    void searchesStandNoise(TestReporter reporter) {
        fuzz("searches", reporter, noise -> {
            var search = NoisyRequests.search(noise, VILLAGE.nimali.patient());
            var type = noise.oneOf(NoisyRequests.TYPES);
            return noise.maybe()
                    ? WIRE.get("/fhir/" + type + "?" + search, "Bearer " + GOOD)
                    : WIRE.form("/fhir/" + type + "/_search", "Bearer " + GOOD, search);
        });
    }

    @Test
    void thePortalsFormsStandNoise(TestReporter reporter) {
        var walks = List.of(
                walk(SandboxPeople.anoma(), "/midwife"),
                walk(SandboxPeople.ruwani(), "/doctor"),
                walk(SandboxPeople.chandrika(), "/admin"),
                walk(SandboxPeople.mahesh(), "/admin"));
        fuzz("forms", reporter, noise -> noise.oneOf(walks).step(noise));
    }

    private static FormWalk walk(SandboxPerson who, String home) {
        var visitor = STACK.visitor().signIn(who).open(home);
        assertThat(visitor.status()).as(visitor.page()).isEqualTo(200);
        return new FormWalk(visitor, home);
    }
}
