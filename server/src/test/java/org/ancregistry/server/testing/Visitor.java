package org.ancregistry.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.sandbox.SandboxVisitor;

/**
 * A person at the registry's pages without a browser: keeps cookies, follows redirects on our site, sends forms. Which
 * node answers her is said with {@link #at}, as a load balancer would choose it.
 */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int LOOP = 12;

    private final HttpClient client;
    private final URI site;
    private final Map<String, String> cookies = new TreeMap<>();
    private URI node;
    private HttpResponse<String> answer;

    /** Somebody who knows the registry under {@code site}. */
    public Visitor(URI site) {
        this(site, HttpClient.newHttpClient());
    }

    /** The same with a client of hers, which knows whom to trust. */
    public Visitor(URI site, HttpClient client) {
        this.site = site;
        this.node = site;
        this.client = client;
    }

    /** From now on that node answers her, which learns from the load balancer under which address. */
    public Visitor at(URI address) {
        node = address;
        return this;
    }

    /** Signs in through the sandbox's eSignet, and goes on to where she is led. */
    public Visitor signIn(SandboxPerson who) {
        open("/sign-in/esignet/" + TestEsignet.PROVIDER);
        return open(SandboxVisitor.signIn(target(), who).toString());
    }

    /** Opens a path, or an address of the site, and follows redirects until they leave it. */
    public Visitor open(String address) {
        send(request(address).GET());
        for (var step = 0; step < LOOP && isSentOn(); step++) {
            send(request(target().toString()).GET());
        }
        return this;
    }

    /** One request, nothing followed. */
    public Visitor ask(String address) {
        send(request(address).GET());
        return this;
    }

    /** With a cookie that somebody planted. */
    public Visitor carrying(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    /** Sends fields as another site would, with no page of ours open; nothing is followed. */
    public Visitor post(String path, Map<String, String> fields) {
        send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields))));
        return this;
    }

    /** Sends a form of the page that is open, and follows redirects. */
    public Visitor submit(String path, Map<String, String> fields) {
        var all = new TreeMap<>(fields);
        var csrf = CSRF.matcher(answer.body());
        if (csrf.find()) {
            all.put("_csrf", csrf.group(1));
        }
        post(path, all);
        return isSentOn() ? open(target().toString()) : this;
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private boolean isSentOn() {
        return isRedirect() && isOurs(target());
    }

    private boolean isOurs(URI address) {
        return address.getAuthority().equals(site.getAuthority())
                || address.getAuthority().equals(node.getAuthority());
    }

    private HttpRequest.Builder request(String address) {
        var wanted = site.resolve(address);
        var query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
        var request = HttpRequest.newBuilder(node.resolve(wanted.getRawPath() + query))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html");
        if (!node.equals(site)) {
            request.header("X-Forwarded-Host", site.getAuthority());
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private void send(HttpRequest.Builder request) {
        try {
            answer = client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        answer.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .forEach(this::keep);
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    public boolean isRedirect() {
        return answer.statusCode() / 100 == 3;
    }

    /** Where the answer sends her. */
    public URI target() {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    public int status() {
        return answer.statusCode();
    }

    /** The path of the page that is open. */
    public String path() {
        return answer.uri().getPath();
    }

    /** A header of the answer, all values of it; empty when there is none. */
    public String header(String name) {
        return String.join("\n", answer.headers().allValues(name));
    }

    public String page() {
        return answer.body();
    }

    /** The cookies that she holds, by name. */
    public Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }
}
