package org.ancregistry.sandbox;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What userinfo says about a person, in the mock ID system's forms: slash dates, free-text gender, names by locale. */
final class UserinfoClaims {

    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("uuuu/MM/dd");
    private static final Map<String, String> LANGUAGES = Map.of("en", "eng", "si", "sin", "ta", "tam");
    private static final String ONE_GREY_DOT =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
                    + "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final Realm realm;

    UserinfoClaims(Realm realm) {
        this.realm = realm;
    }

    /** The payload: accepted claims, those to be verified apart, {@code sub}, the ID system's issuer and the client. */
    Map<String, Object> of(Grant grant) {
        var payload = new LinkedHashMap<String, Object>();
        for (var claim : grant.accepted()) {
            if (!grant.claims().mustBeVerified(claim)) {
                add(payload, grant, claim);
            }
        }
        var verified = verified(grant);
        if (!verified.isEmpty()) {
            payload.put("verified_claims", verified);
        }
        payload.put("sub", grant.proof().subject());
        payload.put("iss", realm.urls().at(Urls.BASE));
        payload.put("aud", grant.client().id());
        return payload;
    }

    private void add(Map<String, Object> payload, Grant grant, String claim) {
        if ("name".equals(claim)) {
            addName(payload, grant);
            return;
        }
        var value = value(grant.proof().person(), claim);
        if (value != null) {
            payload.put(claim, value);
        }
    }

    private @Nullable Object value(SandboxPerson person, String claim) {
        var contact = person.contact();
        return switch (claim) {
            case "birthdate" -> SLASHES.format(person.birthdate());
            case "gender" -> person.gender();
            case "address" ->
                contact.address() == null ? null : contact.address().claim();
            case "phone_number" -> contact.phoneNumber();
            case "email" -> contact.email();
            case "picture" -> ONE_GREY_DOT;
            case "individual_id" -> realm.settings().givesIndividualId() ? person.individualId() : null;
            default -> null;
        };
    }

    /** One locale gives a plain name; several give one each, marked with a three-letter language. */
    private static void addName(Map<String, Object> payload, Grant grant) {
        var person = grant.proof().person();
        var locales = locales(grant);
        if (locales.size() < 2) {
            payload.put("name", person.nameIn(locales.isEmpty() ? "eng" : locales.get(0)));
            return;
        }
        locales.stream()
                .filter(person.names()::containsKey)
                .forEach(locale -> payload.put("name#" + locale, person.nameIn(locale)));
    }

    private static List<String> locales(Grant grant) {
        return grant.request().words("claims_locales").stream()
                .map(locale -> locale.replaceFirst("-.*", ""))
                .map(locale -> LANGUAGES.getOrDefault(locale, locale))
                .distinct()
                .toList();
    }

    private List<Map<String, Object>> verified(Grant grant) {
        var all = new ArrayList<Map<String, Object>>();
        for (var demand : grant.claims().verified()) {
            var byVerification = new LinkedHashMap<SandboxPerson.Verification, Map<String, Object>>();
            demand.stream().filter(grant.accepted()::contains).forEach(claim -> vouch(byVerification, grant, claim));
            byVerification.forEach((verification, claims) -> all.add(entry(verification, claims)));
        }
        return all;
    }

    private void vouch(Map<SandboxPerson.Verification, Map<String, Object>> byVerification, Grant grant, String claim) {
        var verification = grant.proof().person().verification().get(claim);
        if (verification != null) {
            var claims = byVerification.computeIfAbsent(verification, unused -> new LinkedHashMap<>());
            addVouched(claims, grant, claim);
        }
    }

    /** The mock ID system does not translate two-letter locales on this path, and so finds no name. */
    private void addVouched(Map<String, Object> claims, Grant grant, String claim) {
        var twoLetters = grant.request().words("claims_locales").stream().anyMatch(LANGUAGES::containsKey);
        if ("name".equals(claim) && twoLetters) {
            claims.put("name", "");
        } else {
            add(claims, grant, claim);
        }
    }

    private static Map<String, Object> entry(SandboxPerson.Verification verification, Map<String, Object> claims) {
        var sources = new LinkedHashMap<String, Object>();
        sources.put("trust_framework", verification.trustFramework());
        sources.put("time", verification.time());
        return Map.of("verification", sources, "claims", claims);
    }
}
