package org.ancregistry.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.sandbox.http.Json;

/**
 * Which claims one request is about, after everything that the client is not registered for was dropped.
 *
 * @param essential what the client cannot do without
 * @param voluntary what the person may leave out
 * @param verified which of both must have been checked against documents, one set for each demand
 * @param verifiedEssential the essential ones among these
 */
record RequestedClaims(
        List<String> essential, List<String> voluntary, List<Set<String>> verified, Set<String> verifiedEssential) {

    private static final String VERIFIED = "verified_claims";

    /**
     * Reads what a request asks for.
     *
     * @param scopes those of its scopes that this release knows
     */
    static RequestedClaims of(AuthorizeRequest request, SandboxClient client, List<String> scopes) {
        var userinfo = Json.object(parse(request), "userinfo");
        var plain = new Sorter();
        userinfo.keySet().stream().filter(name -> !VERIFIED.equals(name)).forEach(name -> plain.add(userinfo, name));
        var verified = new ArrayList<Set<String>>();
        var vouched = new Sorter();
        for (var demand : demands(userinfo)) {
            demand.keySet().forEach(name -> vouched.add(demand, name));
            verified.add(new LinkedHashSet<>(demand.keySet()));
        }
        var essential = union(plain.essential, vouched.essential);
        var voluntary = union(plain.voluntary, vouched.voluntary);
        scopes.forEach(scope -> voluntary.addAll(Claims.ofScope(scope)));
        voluntary.removeAll(essential);
        return new RequestedClaims(
                allowed(essential, client), allowed(voluntary, client), verified, Set.copyOf(vouched.essential));
    }

    /** Sorts named claims into what is essential and what is not. */
    private static final class Sorter {
        private final Set<String> essential = new LinkedHashSet<>();
        private final Set<String> voluntary = new LinkedHashSet<>();

        void add(Map<String, Object> from, String name) {
            var wish = from.get(name);
            if (wish != null && !(wish instanceof Map<?, ?>)) {
                throw Refusal.of("request.claims", "invalid_claim");
            }
            var isEssential = Boolean.TRUE.equals(Json.object(from, name).get("essential"));
            (isEssential ? essential : voluntary).add(name);
        }
    }

    static Map<String, Object> parse(AuthorizeRequest request) {
        var text = request.get("claims");
        try {
            return text.isBlank() ? Map.of() : Json.parse(text);
        } catch (IllegalArgumentException notJson) {
            throw Refusal.of("request.claims", "invalid_claim");
        }
    }

    /** The demands for verified claims: one object, or a list of them. */
    private static List<Map<String, Object>> demands(Map<String, Object> userinfo) {
        var single = Json.object(userinfo, VERIFIED);
        var all = single.isEmpty() ? Json.list(userinfo, VERIFIED) : List.of(single);
        return all.stream()
                .map(demand -> Json.object(Json.object(Map.of(VERIFIED, demand), VERIFIED), "claims"))
                .toList();
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all;
    }

    private static List<String> allowed(Set<String> names, SandboxClient client) {
        return Claims.ALL.stream()
                .filter(names::contains)
                .filter(client.claims()::contains)
                .toList();
    }

    List<String> all() {
        return Stream.concat(essential.stream(), voluntary.stream()).toList();
    }

    boolean wantsVerified() {
        return !verified.isEmpty();
    }

    boolean mustBeVerified(String claim) {
        return verified.stream().anyMatch(demand -> demand.contains(claim));
    }
}
