package org.ancregistry.interceptors.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ancregistry.interceptors.Refusal;

/**
 * Lets a search in that names whom it is about and narrows it to those the caller reaches: a mother's to herself, a
 * list to the caller's own units.
 */
final class SearchAccess {

    private static final String PHN = "https://fhir.health.gov.lk/id/phn|";

    private static final int LARGEST_LOOK_UP = 20;

    private final RequestDetails request;
    private final AccessDecision decision;
    private final String type;
    private final Question question;

    private SearchAccess(RequestDetails request, AccessDecision decision) {
        this.request = request;
        this.decision = decision;
        this.type = Objects.requireNonNull(request.getResourceName());
        this.question = Question.of(request);
    }

    static void check(RequestDetails request, AccessDecision decision) {
        if (!decision.maySearch(Objects.requireNonNull(request.getResourceName()))) {
            throw AccessInterceptor.notForYou();
        }
        var search = new SearchAccess(request, decision);
        search.check();
        search.narrowToCategories();
    }

    private void check() {
        if (Types.isShared(type) || decision.reachesEverybody()) {
            decision.allowCounting();
            return;
        }
        var confined = decision.confinedTo(type, Scopes.Letter.SEARCH);
        if (confined.isPresent()) {
            narrowToOne(confined.get());
        } else if (!namesThoseInCare() && !isLookUp() && !isListOfOwnUnits()) {
            throw Refusal.FORBIDDEN.because("Say whom you ask about: name the patient in the search.");
        }
    }

    private List<String> named() {
        var named = new ArrayList<>(question.patients("patient", request.getFhirServerBase()));
        named.addAll(question.patients("subject", request.getFhirServerBase()));
        if (type.equals("Patient")) {
            named.addAll(question.patients("_id", request.getFhirServerBase()));
        }
        return named;
    }

    private void narrowToOne(String woman) {
        refuseCounting();
        var named = named();
        if (!decision.reaches(List.of(woman)) || named.stream().anyMatch(other -> !other.equals(woman))) {
            throw notInCare();
        }
        narrow(type.equals("Patient") ? "_id" : "patient", List.of(woman));
    }

    /** Beside whatever was asked for: HAPI reads several occurrences of a parameter as "and". */
    private void narrowToCategories() {
        var categories = decision.categories(type);
        if (!categories.isEmpty()) {
            var narrowed = new HashMap<>(request.getParameters());
            narrowed.merge(
                    "category",
                    new String[] {String.join(",", categories)},
                    (asked, allowed) -> Stream.concat(Arrays.stream(asked), Arrays.stream(allowed))
                            .toArray(String[]::new));
            request.setParameters(narrowed);
        }
    }

    private boolean namesThoseInCare() {
        var named = named();
        if (named.isEmpty()) {
            return false;
        }
        if (!decision.reaches(named)) {
            throw notInCare();
        }
        decision.allowCounting();
        return true;
    }

    /** By an id or a PHN: what is found and not in the caller's care is left out, so a hit and a miss look alike. */
    private boolean isLookUp() {
        var byPhn = type.equals("Patient")
                && question.has("identifier")
                && question.of("identifier").stream().allMatch(value -> value.startsWith(PHN));
        if (!byPhn && (type.equals("Patient") || !question.has("_id"))) {
            return false;
        }
        refuseCounting();
        showWhole();
        return true;
    }

    /** By pages, one could tell from the place of a hit that another was left out before it. */
    private void showWhole() {
        var whole = new HashMap<>(request.getParameters());
        whole.remove("_offset");
        whole.put("_count", new String[] {String.valueOf(LARGEST_LOOK_UP)});
        request.setParameters(whole);
        decision.allowNoPages();
        if (question.of("_id").size() + question.of("identifier").size() >= LARGEST_LOOK_UP) {
            throw Refusal.FORBIDDEN.because("Look up fewer at a time.");
        }
    }

    private boolean isListOfOwnUnits() {
        var parameter = decision.unitParameter(type);
        var units = decision.units();
        if (parameter == null || units.isEmpty()) {
            return false;
        }
        refuseCounting();
        var asked = question.units(parameter, request.getFhirServerBase());
        if (!units.containsAll(asked)) {
            throw Refusal.FORBIDDEN.because("That list belongs to another unit.");
        }
        narrow(parameter, asked.isEmpty() ? units : decision.within(asked));
        return true;
    }

    private void refuseCounting() {
        if (question.counts()) {
            throw Refusal.FORBIDDEN.because("This search cannot be counted: ask for the entries.");
        }
    }

    /** Replaces whatever was said about {@code parameter}: HAPI reads several occurrences as "and". */
    private void narrow(String parameter, Collection<String> references) {
        var narrowed = new HashMap<>(request.getParameters());
        narrowed.keySet().removeIf(name -> name.equals(parameter) || name.startsWith(parameter + ":"));
        var ids = parameter.equals("_id")
                ? references.stream()
                        .map(id -> id.substring(id.indexOf('/') + 1))
                        .toList()
                : references;
        narrowed.put(parameter, new String[] {String.join(",", ids)});
        request.setParameters(narrowed);
    }

    /** The same for a woman of another area and for one who does not exist. */
    private static RuntimeException notInCare() {
        return Refusal.FORBIDDEN.because("No such patient is in your care.");
    }
}
