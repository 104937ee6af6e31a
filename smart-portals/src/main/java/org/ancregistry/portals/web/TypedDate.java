package org.ancregistry.portals.web;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date as somebody typed it into three boxes. What was typed is kept, so that a slip can be shown and put right. */
public record TypedDate(String day, String month, String year) implements Serializable {

    public static final TypedDate EMPTY = new TypedDate("", "", "");

    public TypedDate(@Nullable String day, @Nullable String month, @Nullable String year) {
        this.day = Objects.requireNonNullElse(day, "").strip();
        this.month = Objects.requireNonNullElse(month, "").strip();
        this.year = Objects.requireNonNullElse(year, "").strip();
    }

    public static TypedDate of(LocalDate date) {
        return new TypedDate(
                Integer.toString(date.getDayOfMonth()),
                Integer.toString(date.getMonthValue()),
                Integer.toString(date.getYear()));
    }

    public boolean isEmpty() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /** The date, if there is such a day. A year has four digits: nobody guesses a century. */
    public Optional<LocalDate> date() {
        if (!(year + month + day).matches("[0-9]{6,8}") || year.length() != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
