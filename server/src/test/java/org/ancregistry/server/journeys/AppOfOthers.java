package org.ancregistry.server.journeys;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A growth chart that somebody else wrote: a public SMART app on this computer. It knows of the registry what SMART App
 * Launch says, and shows of the woman what its token names.
 */
final class AppOfOthers implements AutoCloseable {

    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final HttpServer server;
    private final String registry;

    private AppOfOthers(HttpServer server, String registry) {
        this.server = server;
        this.registry = registry;
        server.createContext("/launch", this::launch);
        server.createContext("/back", this::back);
        server.start();
    }

    static AppOfOthers besides(String registry) {
        try {
            return new AppOfOthers(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), registry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String launchAddress() {
        return at("/launch");
    }

    String redirectAddress() {
        return at("/back");
    }

    private String at(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** From a record it gets a launch id; opened by itself it asks whose record is meant. */
    private void launch(HttpExchange exchange) throws IOException {
        var launch = parameters(exchange).get("launch");
        var asked = UriComponentsBuilder.fromUriString(registry + "/oauth2/authorize")
                .queryParam("response_type", "code")
                .queryParam("client_id", "growth-charts")
                .queryParam("redirect_uri", "{back}")
                .queryParam("scope", "{scope}")
                .queryParam("state", "the-state")
                .queryParam("aud", "{aud}")
                .queryParam("code_challenge", CHALLENGE)
                .queryParam("code_challenge_method", "S256");
        if (launch != null) {
            asked.queryParam("launch", launch);
        }
        var scope = (launch == null ? "launch/patient" : "launch") + " patient/Observation.rs";
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.encode()
                                .buildAndExpand(redirectAddress(), scope, registry + "/fhir")
                                .toUriString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void back(HttpExchange exchange) throws IOException {
        var shown = "<!DOCTYPE html><title>Growth charts</title><main>"
                + token(parameters(exchange).get("code")) + "</main>";
        var bytes = shown.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** What the token endpoint says, without the token. */
    private String token(String code) throws IOException {
        var form = Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "growth-charts",
                "code",
                String.valueOf(code),
                "redirect_uri",
                redirectAddress(),
                "code_verifier",
                VERIFIER);
        var request = HttpRequest.newBuilder(URI.create(registry + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString())
                    .body()
                    .replaceAll("\"(access|id|refresh)_token\":\"[^\"]*\"", "");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        var all = new LinkedHashMap<String, String>();
        UriComponentsBuilder.fromUri(exchange.getRequestURI())
                .build()
                .getQueryParams()
                .forEach((name, values) -> all.put(name, values.get(0)));
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
