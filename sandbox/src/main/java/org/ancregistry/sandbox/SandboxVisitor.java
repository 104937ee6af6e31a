package org.ancregistry.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ancregistry.sandbox.http.Parameters;

/** A person at the sandbox's login pages, for tests without a browser: reads the page, sends its form, comes back. */
public final class SandboxVisitor {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TRANSACTION = Pattern.compile("name=\"transaction\" value=\"([^\"]+)\"");
    private static final Pattern CHOICE = Pattern.compile("name=\"claim\" value=\"([^\"]+)\"");

    private final URI authorize;
    private HttpResponse<String> answer;

    private SandboxVisitor(URI authorize) {
        this.authorize = authorize;
        answer = send(HttpRequest.newBuilder(authorize).build());
    }

    /** Somebody whom a relying party sent to this address. */
    public static SandboxVisitor at(URI authorize) {
        return new SandboxVisitor(authorize);
    }

    /** Signs in and allows everything that is asked. */
    public static URI signIn(URI authorize, SandboxPerson who) {
        var visitor = at(authorize).askForCode(who).enter(SandboxPeople.OTP);
        return visitor.isOnItsWayBack()
                ? visitor.sentBackTo()
                : visitor.allowAll().sentBackTo();
    }

    /** Types her ID and asks for a code to her phone, or by e-mail if she has none. */
    public SandboxVisitor askForCode(SandboxPerson who) {
        return askForCode(who.individualId(), who.contact().phoneNumber() == null ? "email" : "phone");
    }

    /** Types any ID and chooses {@code phone} or {@code email}. */
    public SandboxVisitor askForCode(String individualId, String channel) {
        return submit("/authorize/code", Parameters.encode(Map.of("individual-id", individualId, "channel", channel)));
    }

    /** Types a code. */
    public SandboxVisitor enter(String otp) {
        return submit("/authorize/verify", Parameters.encode(Map.of("otp", otp, "channel", "phone")));
    }

    /** Asks for a new code. */
    public SandboxVisitor resend() {
        return submit("/authorize/resend", "channel=phone");
    }

    /** Allows what is needed, and of what is voluntary these claims. */
    public SandboxVisitor allow(String... claims) {
        return allow(List.of(claims));
    }

    /** Allows everything. */
    public SandboxVisitor allowAll() {
        return allow(CHOICE.matcher(page())
                .results()
                .map(MatchResult::group)
                .map(text -> CHOICE.matcher(text).replaceFirst("$1"))
                .toList());
    }

    private SandboxVisitor allow(List<String> claims) {
        var choices = claims.stream()
                .map(claim -> "&" + Parameters.encode(Map.of("claim", claim)))
                .collect(Collectors.joining());
        return submit("/authorize/consent", "decision=allow" + choices);
    }

    /** Refuses. */
    public SandboxVisitor cancel() {
        return submit("/authorize/consent", "decision=cancel");
    }

    /** The page before her, as HTML. */
    public String page() {
        return answer.body();
    }

    /** Whether the sandbox sent her back to the relying party. */
    public boolean isOnItsWayBack() {
        return answer.headers().firstValue("Location").isPresent();
    }

    /**
     * Where the sandbox sent her back to.
     *
     * @throws IllegalStateException if she still is on one of its pages
     */
    public URI sentBackTo() {
        return answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(() -> new IllegalStateException("Not sent back, but shown: " + page()));
    }

    private SandboxVisitor submit(String path, String fields) {
        var body = Parameters.encode(Map.of("transaction", transaction())) + "&" + fields;
        answer = send(HttpRequest.newBuilder(authorize.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
        return this;
    }

    private String transaction() {
        var hidden = TRANSACTION.matcher(page());
        if (!hidden.find()) {
            throw new IllegalStateException("No form on this page: " + page());
        }
        return hidden.group(1);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a page was loading", stopped);
        }
    }
}
