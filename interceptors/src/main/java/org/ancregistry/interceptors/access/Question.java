package org.ancregistry.interceptors.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ancregistry.interceptors.Refusal;

/**
 * A search, once it is known to be of a kind whose answer says nothing about anybody but those it names. Searches through
 * other resources ({@code _has}, chains, {@code _filter}, …) would: their answer changes with what others' records say,
 * whatever is left out of it afterwards.
 */
record Question(Map<String, List<String>> values) {

    private static final Set<String> CONTROLS = Set.of(
            "_id",
            "_lastUpdated",
            "_count",
            "_offset",
            "_sort",
            "_summary",
            "_elements",
            "_format",
            "_pretty",
            "_total",
            "_include");

    private static final Set<String> MODIFIERS = Set.of(
            "exact",
            "contains",
            "missing",
            "not",
            "Patient",
            "Practitioner",
            "Organization",
            "Encounter",
            "EpisodeOfCare");

    /** A name with another modifier would name everybody else. */
    private static final Set<String> NAMING = Set.of("_id", "patient", "subject", "identifier");

    static final Set<String> INCLUDES = Set.of(
            "AuditEvent:agent",
            "EpisodeOfCare:patient",
            "Encounter:patient",
            "Encounter:service-provider",
            "ServiceRequest:patient",
            "Task:patient",
            "Task:focus",
            "PractitionerRole:practitioner",
            "PractitionerRole:organization");

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern PATIENT = Pattern.compile("(?:Patient/)?([A-Za-z0-9\\-.]{1,64})");
    private static final Pattern UNIT = Pattern.compile("(?:Organization/)?([A-Za-z0-9\\-.]{1,64})");

    static Question of(RequestDetails request) {
        var values = new HashMap<String, List<String>>();
        request.getParameters()
                .forEach((name, given) -> values.computeIfAbsent(base(name), any -> new ArrayList<>())
                        .addAll(checked(name, given)));
        return new Question(values);
    }

    /** An address with control characters is refused before; a form may bring them, and PostgreSQL, for one, keeps no NUL. */
    static void requireText(RequestDetails request) {
        var isText = request.getParameters().values().stream()
                .flatMap(Arrays::stream)
                .flatMapToInt(String::chars)
                .noneMatch(Character::isISOControl);
        if (!isText) {
            throw Refusal.BAD_REQUEST.because("The values of parameters are text without control characters.");
        }
    }

    /** A link to another page brings nothing along that its search did not have. */
    static void noIncludes(RequestDetails request) {
        request.getParameters().keySet().stream()
                .filter(name -> name.contains("include") || name.contains("."))
                .findFirst()
                .ifPresent(name -> {
                    throw refused(name);
                });
    }

    private static String base(String name) {
        var colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    private static List<String> checked(String name, String[] given) {
        var base = base(name);
        var modifier = name.length() == base.length() ? "" : name.substring(base.length() + 1);
        if (!isKnown(base) || !isKnown(base, modifier)) {
            throw refused(name);
        }
        var values = Arrays.stream(given)
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        if (base.equals("_include") && !INCLUDES.containsAll(values)) {
            throw refused("_include");
        }
        return values;
    }

    private static boolean isKnown(String base) {
        return CONTROLS.contains(base) || PLAIN.matcher(base).matches();
    }

    private static boolean isKnown(String base, String modifier) {
        if (modifier.isEmpty()) {
            return true;
        }
        return NAMING.contains(base)
                ? modifier.equals("Patient")
                : !CONTROLS.contains(base) && MODIFIERS.contains(modifier);
    }

    private static RuntimeException refused(String name) {
        return Refusal.FORBIDDEN.because("Searching with " + safe(name)
                + " is not offered: it would say something about people whom you did not name.");
    }

    /** What a caller sent is repeated only as far as it looks like a parameter. */
    private static String safe(String name) {
        return name.matches("[\\w:.\\-]{1,40}") ? name : "that parameter";
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean counts() {
        return values.getOrDefault("_summary", List.of()).contains("count")
                || values.getOrDefault("_total", List.of()).stream().anyMatch(total -> !total.equals("none"));
    }

    List<String> of(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The women named by {@code parameter}, as {@code Patient/…}. */
    List<String> patients(String parameter, String fhirBase) {
        return references(parameter, "Patient/", PATIENT, fhirBase);
    }

    List<String> units(String parameter, String fhirBase) {
        return references(parameter, "Organization/", UNIT, fhirBase);
    }

    private List<String> references(String parameter, String type, Pattern shape, String fhirBase) {
        return of(parameter).stream()
                .map(value -> value.startsWith(fhirBase + "/") ? value.substring(fhirBase.length() + 1) : value)
                .map(shape::matcher)
                .map(match -> {
                    if (!match.matches()) {
                        throw refused(parameter);
                    }
                    return type + match.group(1);
                })
                .toList();
    }
}
