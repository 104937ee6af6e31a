package org.ancregistry.portals.record;

import java.util.List;
import java.util.Optional;
import org.ancregistry.domain.clinical.Dictionary;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/**
 * Something that she does not bear.
 *
 * @param text as the record writes it
 * @param state {@code inactive} or {@code resolved} of what she does not bear no more; null while she does not bear it
 */
public record Allergy(
        @Nullable String key, String text, @Nullable String state) implements Named {

    /** The answer that she knows of none: WHO ANC data dictionary. */
    static final String NONE_KNOWN = "ANC.B6.DE58";

    private static final List<String> OVER = List.of("inactive", "resolved");

    static Allergy of(AllergyIntolerance allergy) {
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
                        .orElse(null));
    }

    private static Optional<String> answer(@Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(Dictionary.anc().require("allergies")::answer)
                .map(answer -> "answers.allergies." + answer.code());
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "Allergy";
    }
}
