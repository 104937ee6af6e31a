package org.ancregistry.portals.registry;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** A registry on loopback that answers as it is told and remembers what it was asked. */
public final class FakeRegistry implements AutoCloseable {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String PROBLEMS = "https://ancregistry.org/fhir/CodeSystem/anc-problem";

    private final HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final Map<String, Reply> once = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private FakeRegistry(HttpServer server) {
        this.server = server;
        server.createContext("/fhir", this::answer);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    public static FakeRegistry open() {
        try {
            return new FakeRegistry(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir");
    }

    /** Answers {@code path}, as in {@code Patient/$match-phn}, with a resource. */
    public FakeRegistry answers(String path, Resource resource) {
        replies.put(path, new Reply(200, resource));
        return this;
    }

    /** Refuses with a coded problem. */
    public FakeRegistry refuses(String path, int status, String code, String... fields) {
        var outcome = new OperationOutcome();
        var issue = outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setDiagnostics("Refused: " + code);
        issue.setCode(OperationOutcome.IssueType.BUSINESSRULE);
        issue.getDetails().addCoding().setSystem(PROBLEMS).setCode(code);
        for (var field : fields) {
            if (field.startsWith("Patient/")) {
                issue.addExtension("https://ancregistry.org/fhir/StructureDefinition/patient", new Reference(field));
            } else {
                issue.addExpression(field);
            }
        }
        replies.put(path, new Reply(status, outcome));
        return this;
    }

    /** Refuses the next question only; the one after it is answered as before. */
    public FakeRegistry refusesOnce(String path, int status, String code) {
        var before = replies.get(path);
        refuses(path, status, code);
        once.put(path, before);
        return this;
    }

    /** Hangs up without a word. */
    public FakeRegistry isDown(String path) {
        replies.put(path, new Reply(0, null));
        return this;
    }

    public FakeRegistry fails(String path, int status) {
        replies.put(path, new Reply(status, null));
        return this;
    }

    public void forget() {
        replies.clear();
        once.clear();
        asked.clear();
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(question -> question.path().equals(path)).toList();
    }

    public Parameters lastAsked(String path) {
        var all = asked(path);
        return (Parameters)
                FHIR.newJsonParser().parseResource(all.get(all.size() - 1).body());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring("/fhir/".length());
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(
                    path,
                    exchange.getRequestURI().getQuery(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    body));
            var reply = replies.getOrDefault(path, new Reply(404, null));
            Optional.ofNullable(once.remove(path)).ifPresent(before -> replies.put(path, before));
            if (reply.status() == 0) {
                return;
            }
            var text = reply.resource() == null ? "{}" : FHIR.newJsonParser().encodeResourceToString(reply.resource());
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/fhir+json;charset=UTF-8");
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** One field of a comparison, as {@code $match-phn} answers it. */
    public static void compared(
            Parameters.ParametersParameterComponent candidate,
            String name,
            @Nullable String given,
            @Nullable String recorded,
            String result) {
        var field = candidate.addPart().setName("field");
        field.addPart().setName("name").setValue(new CodeType(name));
        if (given != null) {
            field.addPart().setName("given").setValue(new StringType(given));
        }
        if (recorded != null) {
            field.addPart().setName("recorded").setValue(new StringType(recorded));
        }
        field.addPart().setName("result").setValue(new CodeType(result));
    }

    public static Patient patient(String id, String name, String phn) {
        var patient = new Patient();
        patient.setId("Patient/" + id);
        patient.addName().setText(name);
        patient.addIdentifier().setSystem("https://fhir.health.gov.lk/id/phn").setValue(phn);
        return patient;
    }

    /** One question. */
    public record Asked(
            String path, @Nullable String query, @Nullable String authorization, String body) {}

    private record Reply(int status, @Nullable Resource resource) {}
}
