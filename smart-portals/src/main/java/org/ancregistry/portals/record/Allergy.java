package org.ancregistry.portals.record;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ancregistry.domain.clinical.Dictionary;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * Something that she does not bear.
 *
 * @param text as the record writes it
 * @param state {@code inactive} or {@code resolved} of what she does not bear no more; null while she does not bear it
 * @param contacts {@code Encounter/…} at which it was written down
 */
public record Allergy(
        @Nullable String key, String text, @Nullable String state, Set<String> contacts) implements Named {

    /** The answer that she knows of none: WHO ANC data dictionary. */
    public static final String NONE_KNOWN = "ANC.B6.DE58";

    private static final List<String> OVER = List.of("inactive", "resolved");

    public Allergy {
        contacts = Set.copyOf(contacts);
    }

    /** Each once, however often it was told. */
    static List<Allergy> all(Stream<AllergyIntolerance> told) {
        var contacts = new LinkedHashMap<Allergy, Set<String>>();
        told.forEach(one -> {
            var at = contacts.computeIfAbsent(of(one), first -> new LinkedHashSet<>());
            if (one.getEncounter().hasReference()) {
                at.add(one.getEncounter().getReference());
            }
        });
        return contacts.entrySet().stream()
                .map(each -> each.getKey().toldAt(each.getValue()))
                .toList();
    }

    private static Allergy of(AllergyIntolerance allergy) {
        return new Allergy(
                allergy.getCode().getCoding().stream()
                        .map(Coding::getCode)
                        .flatMap(code -> answer(code).stream())
                        .findFirst()
                        .orElse(null),
                Words.of(allergy.getCode()),
                allergy.getClinicalStatus().getCoding().stream()
                        .map(Coding::getCode)
                        .filter(OVER::contains)
                        .findFirst()
                        .orElse(null),
                Set.of());
    }

    private Allergy toldAt(Set<String> contacts) {
        return new Allergy(key, text, state, contacts);
    }

    private static Optional<String> answer(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(Dictionary.anc().require("allergies")::answer)
                .map(answer -> "answers.allergies." + answer.code());
    }

    /** Whether it was written down at that contact, {@code Encounter/…}. */
    public boolean isOf(String contact) {
        return contacts.contains(contact);
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "Allergy";
    }
}
