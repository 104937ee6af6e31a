package org.ancregistry.domain.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Sri Lankan National Identity Card number, old form ({@code 9 digits + V or X}) or new (12 digits): both are the same
 * person. It lives only while a request is answered; what is kept is {@link NationalIdHashes}.
 */
public final class NationalId {

    private static final Pattern OLD = Pattern.compile("([0-9]{5})([0-9]{4})[VX]");
    private static final Pattern NEW = Pattern.compile("(?:19|20)[0-9]{10}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]");
    private static final int WOMEN_FROM = 500;

    private final String canonical;
    private final String lastThree;

    private NationalId(String canonical, String typed) {
        this.canonical = canonical;
        this.lastThree = typed.substring(typed.length() - 3);
    }

    /** Reads either form; empty for anything else, and for a day of the year that nobody is born on. */
    public static Optional<NationalId> parse(String typed) {
        var bare = SPACES.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        var old = OLD.matcher(bare);
        var canonical = old.matches() ? "19" + old.group(1) + "0" + old.group(2) : bare;
        return NEW.matcher(canonical).matches() && isDay(dayOf(canonical))
                ? Optional.of(new NationalId(canonical, bare))
                : Optional.empty();
    }

    private static boolean isDay(int day) {
        return day >= 1 && day <= 366;
    }

    private static int dayOf(String canonical) {
        var day = Integer.parseInt(canonical.substring(4, 7));
        return day > WOMEN_FROM ? day - WOMEN_FROM : day;
    }

    /** The 12 digits under which both forms are one number. Never for a log, an answer or a URL. */
    public String canonical() {
        return canonical;
    }

    String birthPart() {
        return canonical.substring(0, 7);
    }

    String serialPart() {
        return canonical.substring(7);
    }

    /** The last three characters as typed: all that is ever shown. */
    public String lastThree() {
        return lastThree;
    }

    /**
     * The birth date that the number says. February counts 29 days in every year, so that the 60th day of a common year
     * is no date: empty then, which is a warning and no reason to refuse the number.
     */
    public Optional<LocalDate> birthDate() {
        var year = Integer.parseInt(canonical.substring(0, 4));
        var inLeapYear = Year.of(2000).atDay(dayOf(canonical));
        try {
            return Optional.of(LocalDate.of(year, inLeapYear.getMonth(), inLeapYear.getDayOfMonth()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The sex that the number says. */
    public Gender gender() {
        return Integer.parseInt(canonical.substring(4, 7)) > WOMEN_FROM ? Gender.FEMALE : Gender.MALE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NationalId id && id.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** Masked: the number is in no log. */
    @Override
    public String toString() {
        return "NationalId[…" + lastThree + "]";
    }
}
