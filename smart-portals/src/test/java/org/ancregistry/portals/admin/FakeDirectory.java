package org.ancregistry.portals.admin;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A directory of staff and places on loopback that keeps what is written, with versions and conditions, as the registry does. */
final class FakeDirectory {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final HttpServer server;
    private final Map<String, Resource> kept = new LinkedHashMap<>();
    private int refuseWrites;
    private int nextId = 1;

    FakeDirectory() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/fhir", this::answer);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/fhir");
    }

    synchronized void forget() {
        kept.clear();
        refuseWrites = 0;
        nextId = 1;
    }

    /** Answers the next writes with that HTTP status. */
    synchronized void refusesWrites(int status) {
        refuseWrites = status;
    }

    synchronized String put(Resource resource) {
        var id = resource.hasId() ? resource.getIdElement().getIdPart() : "n" + nextId++;
        store(resource, id);
        return id;
    }

    synchronized <R extends Resource> List<R> all(Class<R> type) {
        return kept.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private String store(Resource resource, String id) {
        var key = resource.fhirType() + "/" + id;
        var before = kept.get(key);
        var version =
                before == null ? 1 : Integer.parseInt(before.getIdElement().getVersionIdPart());
        if (before != null
                && !before.equalsDeep(
                        stamped(resource, key, version, before.getMeta().getLastUpdated()))) {
            version++;
        }
        kept.put(key, stamped(resource, key, version, Date.from(Instant.now())));
        return key + "/_history/" + version;
    }

    private static Resource stamped(Resource resource, String key, int version, Date when) {
        resource.setId(key + "/_history/" + version);
        resource.getMeta().setVersionId(Integer.toString(version)).setLastUpdated(when);
        return resource;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var status = 200;
            Resource answer;
            if (!"token"
                    .equals(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                            .replace("Bearer ", ""))) {
                status = 401;
                answer = new OperationOutcome();
            } else if (exchange.getRequestMethod().equals("GET")) {
                answer = search(exchange.getRequestURI());
            } else {
                var transaction = FHIR.newJsonParser().parseResource(Bundle.class, body);
                status = refusal(transaction);
                answer = status == 200 ? write(transaction) : new OperationOutcome();
            }
            var bytes = FHIR.newJsonParser().encodeResourceToString(answer).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/fhir+json;charset=UTF-8");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private int refusal(Bundle transaction) {
        if (refuseWrites > 0) {
            return refuseWrites;
        }
        var stale = transaction.getEntry().stream().anyMatch(entry -> {
            var now = kept.get(entry.getRequest().getUrl());
            return entry.getRequest().hasIfMatch()
                    && !entry.getRequest()
                            .getIfMatch()
                            .equals("W/\""
                                    + (now == null ? "" : now.getIdElement().getVersionIdPart()) + "\"");
        });
        return stale ? 409 : 200;
    }

    private Bundle write(Bundle transaction) {
        var answer = new Bundle().setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        var made = new HashMap<String, String>();
        for (var entry : transaction.getEntry()) {
            if (entry.getResource() instanceof PractitionerRole role) {
                var person = role.getPractitioner().getReference();
                role.setPractitioner(new Reference(made.getOrDefault(person, person)));
            }
            var location = write(entry);
            if (entry.hasFullUrl()) {
                made.put(entry.getFullUrl(), location.replaceAll("/_history.*", ""));
            }
            answer.addEntry().getResponse().setStatus("200").setLocation(location);
        }
        return answer;
    }

    private String write(BundleEntryComponent entry) {
        var resource = entry.getResource();
        if (entry.getRequest().getMethod() == Bundle.HTTPVerb.PUT) {
            return store(resource, entry.getRequest().getUrl().replaceAll(".*/", ""));
        }
        var condition = entry.getRequest().getIfNoneExist().replace("identifier=", "");
        return ofType(resource.fhirType())
                .filter(one -> has(one, "identifier", List.of(condition)))
                .findFirst()
                .map(one -> one.getIdElement().getValue())
                .orElseGet(() -> store(resource, "n" + nextId++));
    }

    private Stream<Resource> ofType(String type) {
        return kept.values().stream().filter(one -> one.fhirType().equals(type));
    }

    private Bundle search(URI address) {
        var asked = parameters(address.getRawQuery());
        var type = address.getPath().replaceAll(".*/", "");
        var offset =
                Integer.parseInt(asked.getOrDefault("_offset", List.of("0")).get(0));
        var count = Integer.parseInt(asked.getOrDefault("_count", List.of("20")).get(0));
        var bundle = new Bundle().setType(Bundle.BundleType.SEARCHSET);
        ofType(type)
                .filter(one ->
                        asked.entrySet().stream().allMatch(wanted -> has(one, wanted.getKey(), wanted.getValue())))
                .sorted(Comparator.comparing(one -> asked.containsKey("_sort") ? name(one) : ""))
                .skip(offset)
                .limit(count)
                .forEach(one -> bundle.addEntry().setResource(one));
        if (asked.containsKey("_include")) {
            List.copyOf(bundle.getEntry()).stream()
                    .map(entry -> ((PractitionerRole) entry.getResource())
                            .getPractitioner()
                            .getReference())
                    .distinct()
                    .forEach(person -> bundle.addEntry().setResource(kept.get(person)));
        }
        return bundle;
    }

    private static Map<String, List<String>> parameters(String query) {
        var parameters = new HashMap<String, List<String>>();
        Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(
                        pair[0],
                        Arrays.asList(URLDecoder.decode(pair[1], StandardCharsets.UTF_8)
                                .split(","))));
        return parameters;
    }

    private static boolean has(Resource one, String parameter, List<String> values) {
        return switch (parameter) {
            case "_id" -> values.contains(one.getIdElement().getIdPart());
            case "name" ->
                name(one).toLowerCase(Locale.ROOT).startsWith(values.get(0).toLowerCase(Locale.ROOT));
            case "identifier" -> identifiers(one).anyMatch(id -> values.contains(id.getSystem() + "|" + id.getValue()));
            case "type" ->
                tokens(((Organization) one).getTypeFirstRep().getCoding()).anyMatch(values::contains);
            case "role" ->
                tokens(((PractitionerRole) one).getCodeFirstRep().getCoding()).anyMatch(values::contains);
            case "partof" -> values.contains(id(((Organization) one).getPartOf()));
            case "organization" -> values.contains(id(((PractitionerRole) one).getOrganization()));
            case "practitioner" -> values.contains(id(((PractitionerRole) one).getPractitioner()));
            case "_count", "_offset", "_sort", "_include" -> true;
            default -> throw new AssertionError("The registry was asked by " + parameter);
        };
    }

    private static Stream<Identifier> identifiers(Resource one) {
        if (one instanceof Organization unit) {
            return unit.getIdentifier().stream();
        }
        return one instanceof Practitioner person
                ? person.getIdentifier().stream()
                : ((PractitionerRole) one).getIdentifier().stream();
    }

    private static Stream<String> tokens(List<Coding> codings) {
        return codings.stream().map(coding -> coding.getSystem() + "|" + coding.getCode());
    }

    private static String id(Reference reference) {
        return String.valueOf(reference.getReferenceElement().getIdPart());
    }

    private static String name(Resource one) {
        if (one instanceof Organization unit) {
            return unit.getName();
        }
        return one instanceof Practitioner person ? person.getNameFirstRep().getText() : "";
    }
}
