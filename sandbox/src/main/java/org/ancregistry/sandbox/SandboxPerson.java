package org.ancregistry.sandbox;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A made-up person whom the sandbox's ID system knows.
 *
 * @param individualId the national ID number that she types, synthetic
 * @param names her full name by ISO 639-3 language, English first
 * @param birthdate her birth date
 * @param gender free text, as the ID system has it
 * @param contact how to reach her
 * @param verification for claims that somebody checked against documents: the trust framework and the time, by claim
 */
public record SandboxPerson(
        String individualId,
        Map<String, String> names,
        LocalDate birthdate,
        String gender,
        Contact contact,
        Map<String, Verification> verification) {

    /**
     * How to reach a person; whatever she has not given is null and is then missing from her userinfo.
     *
     * @param address where she lives
     * @param phoneNumber E.164
     * @param email on a reserved domain
     */
    public record Contact(
            @Nullable Address address,
            @Nullable String phoneNumber,
            @Nullable String email) {}

    /** An address as the mock ID system has it: without a postal code. */
    public record Address(String streetAddress, String locality, String region, String country) {

        Map<String, Object> claim() {
            var claim = new LinkedHashMap<String, Object>();
            claim.put("street_address", streetAddress);
            claim.put("locality", locality);
            claim.put("region", region);
            claim.put("country", country);
            return claim;
        }
    }

    /** Who vouches for a claim, and since when. */
    public record Verification(String trustFramework, String time) {}

    public SandboxPerson {
        names = new LinkedHashMap<>(names);
        verification = Map.copyOf(verification);
    }

    /** Her name in English letters. */
    public String name() {
        return nameIn("eng");
    }

    /** Her name in a language, in English where she has none in that. */
    public String nameIn(String language) {
        return names.getOrDefault(language, names.getOrDefault("eng", ""));
    }

    /** The {@code sub} by which all clients of a relying party know her: other relying parties see another. */
    public String subjectFor(String relyingPartyId) {
        return Digests.pairwiseSubject(individualId, relyingPartyId);
    }

    /** The same person with one claim that somebody vouches for. */
    public SandboxPerson withVerification(String claim, String trustFramework, String time) {
        var more = new LinkedHashMap<>(verification);
        more.put(claim, new Verification(trustFramework, time));
        return new SandboxPerson(individualId, names, birthdate, gender, contact, more);
    }
}
