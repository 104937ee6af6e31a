package org.ancregistry.interceptors.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ancregistry.interceptors.Refusal;

/**
 * Lets a search in that names whom it is about and narrows it to those the caller reaches: a mother's to herself, a
 * list to the caller's own units.
 */
final class SearchAccess {

    private static final String PHN = "https://fhir.health.gov.lk/id/phn|";

    /** No resource has this id: the store gives none with a full stop at its end. */
    private static final String NOBODY = "Patient/nobody.";

    private static final int LARGEST_LOOK_UP = 20;

    private final RequestDetails request;
    private final AccessDecision decision;
    private final String type;
    private final Question question;
    private final NarrowedSearch narrowed;

    private SearchAccess(RequestDetails request, AccessDecision decision) {
        this.request = request;
        this.decision = decision;
        this.type = Objects.requireNonNull(request.getResourceName());
        this.question = Question.of(request);
        this.narrowed = new NarrowedSearch(request);
    }

    static void check(RequestDetails request, AccessDecision decision) {
        if (!decision.maySearch(Objects.requireNonNull(request.getResourceName()))) {
            throw AccessInterceptor.notForYou();
        }
        var search = new SearchAccess(request, decision);
        search.check();
        search.narrowed.toCategories(decision.categories(search.type));
    }

    private void check() {
        if (Types.isShared(type) || decision.oversees(type)) {
            decision.allowCounting();
            return;
        }
        if (decision.isAskedWith(type)) {
            narrowToQuestions();
            return;
        }
        if (decision.isShownLooks(type)) {
            narrowToLooks();
            return;
        }
        if (decision.isProgram()) {
            leaveOutTheClosed();
            return;
        }
        var confined = decision.confinedTo(type, Scopes.Letter.SEARCH);
        if (confined.isPresent()) {
            narrowToOne(confined.get());
        } else if (!namesThoseInCare() && !isLookUp() && !isListOfOwnUnits()) {
            throw Refusal.FORBIDDEN.because("Say whom you ask about: name the patient in the search.");
        }
    }

    /** Only what mothers ask of the caller or what was opened in emergencies, and only when it is asked for. */
    private void narrowToQuestions() {
        var asked = question.of("code");
        if (!MothersQuestions.areForPrivacyOfficer(asked)) {
            throw AccessInterceptor.notForYou();
        }
        narrowed.to("code", asked);
    }

    /** Who looked at the record of one woman, who is named; by nothing else, so that nobody sifts what she did or who. */
    private void narrowToLooks() {
        var named = named("patient");
        if (named.size() != 1
                || !LooksForStaff.ASKED_WITH.containsAll(question.values().keySet())) {
            throw Refusal.FORBIDDEN.because(
                    "Ask who looked at one record: name its patient in the search, and nothing else.");
        }
        var confined = decision.confinedTo(type, Scopes.Letter.SEARCH);
        if (!decision.reaches(named) || !named.contains(confined.orElse(named.get(0)))) {
            throw notInCare();
        }
        narrowed.to("patient", named);
    }

    private List<String> named() {
        var named = new ArrayList<String>();
        naming().forEach(parameter -> named.addAll(named(parameter)));
        return named;
    }

    private List<String> naming() {
        return type.equals("Patient") ? List.of("patient", "subject", "_id") : List.of("patient", "subject");
    }

    private List<String> named(String parameter) {
        return question.patients(parameter, request.getFhirServerBase());
    }

    /** A program is answered about a woman who keeps it out as about one who does not exist. */
    private void leaveOutTheClosed() {
        var isNamed = false;
        for (var parameter : naming()) {
            var named = named(parameter);
            var open = decision.reachedAmong(named);
            if (open.size() < named.size()) {
                narrowed.to(parameter, open.isEmpty() ? List.of(NOBODY) : open);
            }
            isNamed = isNamed || !named.isEmpty();
        }
        if (isNamed) {
            allowCounting();
        } else {
            refuseCounting();
        }
    }

    private void narrowToOne(String woman) {
        refuseCounting();
        var named = named();
        if (!decision.reaches(List.of(woman)) || named.stream().anyMatch(other -> !other.equals(woman))) {
            throw notInCare();
        }
        narrowed.to(type.equals("Patient") ? "_id" : "patient", List.of(woman));
    }

    private boolean namesThoseInCare() {
        var named = named();
        if (named.isEmpty()) {
            return false;
        }
        if (!decision.reaches(named)) {
            throw notInCare();
        }
        allowCounting();
        return true;
    }

    /** Not where some of what is found may be kept from the caller: a total would tell that it is there. */
    private void allowCounting() {
        if (decision.mayHideSome(type)) {
            refuseCounting();
        } else {
            decision.allowCounting();
        }
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
        narrowed.toOnePage(LARGEST_LOOK_UP);
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
        narrowed.to(parameter, asked.isEmpty() ? units : decision.within(asked));
        return true;
    }

    private void refuseCounting() {
        if (question.counts()) {
            throw Refusal.FORBIDDEN.because("This search cannot be counted: ask for the entries.");
        }
    }

    /** The same for a woman of another area and for one who does not exist. */
    private static RuntimeException notInCare() {
        return Refusal.FORBIDDEN.because("No such patient is in your care.");
    }
}
