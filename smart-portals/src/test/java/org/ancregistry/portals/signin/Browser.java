package org.ancregistry.portals.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser with cookies, which follows redirects on our own site and stops before leaving it. */
final class Browser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int LOOP = 12;

    private final URI site;
    private final Map<String, String> cookies = new TreeMap<>();
    private final List<String> visited = new ArrayList<>();
    private HttpResponse<String> answer;

    Browser(URI site) {
        this.site = site;
    }

    /** Opens a path or address and follows redirects. */
    Browser open(String address) {
        visited.clear();
        send(HttpRequest.newBuilder(site.resolve(address)).GET());
        for (var step = 0; step < LOOP && isRedirect() && target().toString().startsWith(site.toString()); step++) {
            send(HttpRequest.newBuilder(target()).GET());
        }
        return this;
    }

    /** One request, nothing followed. */
    Browser ask(String address) {
        send(HttpRequest.newBuilder(site.resolve(address)).GET());
        return this;
    }

    /** Sends a form with the CSRF token of the page that is open, and follows redirects. */
    Browser submit(String address, Map<String, String> fields) {
        var csrf = CSRF.matcher(answer.body());
        var all = new TreeMap<>(fields);
        if (csrf.find()) {
            all.put("_csrf", csrf.group(1));
        }
        post(address, all);
        return isRedirect() && target().toString().startsWith(site.toString()) ? open(target().toString()) : this;
    }

    Browser post(String address, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        send(HttpRequest.newBuilder(site.resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return this;
    }

    private void send(HttpRequest.Builder request) {
        var jar = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!jar.isEmpty()) {
            request.header("Cookie", jar);
        }
        try {
            answer = CLIENT.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        visited.add(answer.uri().getPath());
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

    boolean isRedirect() {
        return answer.statusCode() / 100 == 3;
    }

    URI target() {
        return answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
    }

    String page() {
        return answer.body();
    }

    int status() {
        return answer.statusCode();
    }

    URI address() {
        return answer.uri();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    String setCookie() {
        return String.join("\n", answer.headers().allValues("Set-Cookie"));
    }

    Map<String, String> cookies() {
        return cookies;
    }

    List<String> visited() {
        return visited;
    }
}
