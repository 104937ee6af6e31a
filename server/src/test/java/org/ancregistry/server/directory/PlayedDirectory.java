package org.ancregistry.server.directory;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A directory that answers as it is told, and keeps what it was asked. */
public final class PlayedDirectory implements AutoCloseable {

    public static final String NOTHING = "{\"resourceType\": \"Bundle\", \"type\": \"searchset\"}";

    private static final Pattern TOLD = Pattern.compile("Patient\\?identifier=[^|]*\\|([0-9A-Z]+)");

    final RSAKey key = key();
    final List<String> addresses = new CopyOnWriteArrayList<>();
    final List<String> tokenForms = new CopyOnWriteArrayList<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Map<String, Answer> answersAbout = new ConcurrentHashMap<>();
    private volatile Answer otherwise = new Answer(200, NOTHING, Duration.ZERO);
    private volatile Duration tokensAfter = Duration.ZERO;

    public PlayedDirectory() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/token", this::token);
        server.createContext("/fhir", this::fhir);
        server.setExecutor(threads);
        server.start();
    }

    /** @param inTheMidst how long the second half of it is waited for */
    private record Answer(int status, String body, Duration after, Duration inTheMidst) {

        private Answer(int status, String body, Duration after) {
            this(status, body, after, Duration.ZERO);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("ours").generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The next answer; without one it knows nobody. */
    PlayedDirectory answers(int status, String body) {
        answers.add(new Answer(status, body, Duration.ZERO));
        return this;
    }

    PlayedDirectory answersAfter(Duration pause) {
        answers.add(new Answer(200, NOTHING, pause));
        return this;
    }

    /** All for which no answer is laid ready. */
    public PlayedDirectory answersEachAfter(Duration pause) {
        otherwise = new Answer(200, NOTHING, pause);
        return this;
    }

    /** All for which no answer is laid ready. */
    public PlayedDirectory answersEach(int status, String body) {
        otherwise = new Answer(status, body, Duration.ZERO);
        return this;
    }

    /** All for which no answer is laid ready: the first half comes at once. */
    public PlayedDirectory stopsInTheMidstOfEach(Duration pause) {
        otherwise = new Answer(200, NOTHING, Duration.ZERO, pause);
        return this;
    }

    /** It has been sent nothing until now. */
    public void forgets() {
        addresses.clear();
        bodies.clear();
    }

    /** With what a registry finds it. */
    public Map<String, String> settings(Path folder) {
        try {
            var file = Files.writeString(folder.resolve("ours.jwk"), key.toJSONString());
            return Map.of(
                    "anc.phn-directory.url", at("/fhir").toString(),
                    "anc.phn-directory.token-endpoint", tokenEndpoint().toString(),
                    "anc.phn-directory.client-id", "district",
                    "anc.phn-directory.key-file", file.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whatever it is sent that holds those words. */
    public PlayedDirectory answersAbout(String words, int status, String body) {
        answersAbout.put(words, new Answer(status, body, Duration.ZERO));
        return this;
    }

    PlayedDirectory givesTokensAfter(Duration pause) {
        tokensAfter = pause;
        return this;
    }

    /** How many it had to answer at the same time. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** The numbers that it was told of, in the order in which they came. */
    public List<String> numbers() {
        return bodies.stream()
                .map(TOLD::matcher)
                .filter(Matcher::find)
                .map(told -> told.group(1))
                .toList();
    }

    DirectoryCalls calls(Duration patience, Duration rest) {
        var http = new DirectoryHttp(patience);
        var client = new DirectoryToken.Client(tokenEndpoint(), "district", key, null, "system/Patient.crus");
        var token = new DirectoryToken(http, client, Clock.systemUTC());
        return new DirectoryCalls(at("/fhir"), http, token, rest);
    }

    URI tokenEndpoint() {
        return at("/token");
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private void token(HttpExchange exchange) throws IOException {
        tokenForms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        pause(tokensAfter);
        var token = "{\"access_token\": \"token-" + tokenForms.size() + "\", \"expires_in\": 300}";
        answer(exchange, new Answer(200, token, Duration.ZERO));
    }

    private void fhir(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        addresses.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(body);
        var answer = Optional.ofNullable(answers.poll()).orElseGet(() -> about(body));
        pause(answer.after());
        underWay.decrementAndGet();
        answer(exchange, answer);
    }

    private Answer about(String body) {
        return answersAbout.entrySet().stream()
                .filter(known -> body.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        var half = bytes.length / 2;
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes, 0, half);
        exchange.getResponseBody().flush();
        pause(answer.inTheMidst());
        exchange.getResponseBody().write(bytes, half, bytes.length - half);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
