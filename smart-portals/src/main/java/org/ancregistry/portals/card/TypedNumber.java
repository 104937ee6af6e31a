package org.ancregistry.portals.card;

import java.util.Optional;
import org.ancregistry.domain.phn.Phn;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A number as it was typed or scanned into the box {@code phn}. A number that cannot be one is noticed before anybody is
 * asked, and the page says which character cannot be right.
 */
public final class TypedNumber {

    private static final String SEPARATORS = "[\\s\\p{Z}\\p{Pd}\\p{Cf}]";
    private static final String POSSIBLE = "[0-9A-Za-z]";

    private TypedNumber() {}

    /** The number; empty, with word of it at the box, when it cannot be one. */
    public static Optional<Phn> read(@Nullable String typed, BindingResult errors) {
        var number = Phn.parse(typed == null ? "" : typed);
        if (number.isEmpty()) {
            reject(typed == null ? "" : typed.replaceAll(SEPARATORS, ""), errors);
        }
        return number;
    }

    private static void reject(String bare, BindingResult errors) {
        var impossible = bare.codePoints()
                .mapToObj(Character::toString)
                .filter(character -> !character.matches(POSSIBLE))
                .findFirst();
        if (bare.isEmpty()) {
            errors.rejectValue("phn", "careFind.phn.wrong");
        } else if (impossible.isPresent()) {
            errors.rejectValue("phn", "find.phn.character", new Object[] {impossible.get()}, null);
        } else {
            errors.rejectValue("phn", "find.phn.length", new Object[] {bare.length()}, null);
        }
    }
}
