package org.ancregistry.operations.worklist;

import java.util.Optional;
import org.ancregistry.domain.rules.RiskGrade;
import org.jspecify.annotations.Nullable;

/**
 * Whom of her mothers a midwife wants to see in the list.
 *
 * @param tab the way in which she looks at them
 * @param text a PHN, beginnings of a name or of a village, or the end of a phone number; absent for all
 * @param risk the lowest grade that is listed
 * @param place the village in which they live; absent for every village
 */
public record Sought(
        Tab tab,
        @Nullable String text,
        RiskGrade risk,
        @Nullable String place) {

    /** Everybody under that tab. */
    static Sought all(Tab tab) {
        return new Sought(tab, null, RiskGrade.NOT_ASSESSED, null);
    }

    Sought with(@Nullable String words) {
        return new Sought(tab, words, risk, place);
    }

    Sought from(RiskGrade lowest) {
        return new Sought(tab, text, lowest, place);
    }

    Sought in(@Nullable String village) {
        return new Sought(tab, text, risk, village);
    }

    public Optional<String> village() {
        return Optional.ofNullable(place);
    }

    public Optional<String> words() {
        return Optional.ofNullable(text);
    }

    /** Says nothing of her. */
    @Override
    public String toString() {
        return "Sought[" + tab.code() + "]";
    }
}
