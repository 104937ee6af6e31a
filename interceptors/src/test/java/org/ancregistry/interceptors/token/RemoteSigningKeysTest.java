package org.ancregistry.interceptors.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteSigningKeysTest {

    private static final Duration LONG_ENOUGH_TO_ASK_AGAIN = Duration.ofSeconds(11);

    private final TestIssuer issuer = TestIssuer.open();
    private final MovableClock clock = new MovableClock();
    private final AccessTokens tokens = new AccessTokens(
            List.of(new OwnIssuer(
                    issuer.name(),
                    TestIssuer.FHIR_BASE,
                    new RemoteSigningKeys(issuer.jwks(), clock),
                    tokenId -> false)),
            (proof, ends) -> true,
            clock);

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void readsTheKeysOnce() throws InvalidToken, KeysUnavailable {
        tokens.caller(token());
        tokens.caller(token());
        assertThat(issuer.reads()).isEqualTo(1);
    }

    @Test
    void readsThemAgainForAKeyItDoesNotKnow() throws InvalidToken, KeysUnavailable {
        tokens.caller(token());
        issuer.rotateTo(TestIssuer.newKey("key-2"));
        clock.advance(LONG_ENOUGH_TO_ASK_AGAIN);
        assertThat(tokens.caller(token()).id()).isEqualTo("Practitioner/12");
    }

    @Test
    void readsThemAgainForANewKeyUnderTheOldName() throws InvalidToken, KeysUnavailable {
        tokens.caller(token());
        issuer.rotateTo(TestIssuer.newKey("key-1"));
        clock.advance(LONG_ENOUGH_TO_ASK_AGAIN);
        assertThat(tokens.caller(token()).id()).isEqualTo("Practitioner/12");
    }

    @Test
    void asksSeldomHoweverManyStrangeKeysComeAtOnce() throws InterruptedException, ExecutionException {
        var strange = IntStream.range(0, 150)
                .mapToObj(i -> issuer.signed(
                        issuer.accessToken().keyID("strange-" + i),
                        issuer.kumari().build()))
                .<Callable<TokenFault>>map(token -> () -> faultOf(token))
                .toList();
        var threads = Executors.newFixedThreadPool(30);
        for (var fault : threads.invokeAll(strange)) {
            assertThat(fault.get()).isEqualTo(TokenFault.KEY_UNKNOWN);
        }
        threads.shutdown();
        assertThat(issuer.reads()).isLessThanOrEqualTo(2);
    }

    @Test
    void goesOnWithKnownKeysWhileTheIssuerIsSilent() throws InvalidToken, KeysUnavailable {
        tokens.caller(token());
        issuer.fallSilent();
        clock.advance(Duration.ofMinutes(6));
        assertThat(tokens.caller(fresh()).id()).isEqualTo("Practitioner/12");
        assertThat(issuer.reads()).isEqualTo(2);
    }

    @Test
    void doesNotCallAStrangeKeyBadWhileTheIssuerIsSilent() throws InvalidToken, KeysUnavailable {
        tokens.caller(token());
        issuer.fallSilent();
        clock.advance(LONG_ENOUGH_TO_ASK_AGAIN);
        var strange = issuer.signed(
                issuer.accessToken().keyID("key-2"), issuer.kumari().build());
        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> tokens.caller(strange));
    }

    @Test
    void recoversSoonAfterAnOutage() throws InvalidToken, KeysUnavailable {
        issuer.fallSilent();
        assertThatExceptionOfType(KeysUnavailable.class).isThrownBy(() -> tokens.caller(token()));
        issuer.speakAgain();
        clock.advance(Duration.ofSeconds(3));
        assertThat(tokens.caller(token()).id()).isEqualTo("Practitioner/12");
    }

    private TokenFault faultOf(String token) throws KeysUnavailable {
        try {
            tokens.caller(token);
            throw new AssertionError("A strange key was believed.");
        } catch (InvalidToken e) {
            return e.fault();
        }
    }

    private String token() {
        return issuer.signed(claims -> claims);
    }

    private String fresh() {
        return issuer.signed(claims -> claims.issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(600))));
    }
}
