package org.ancregistry.server.matching;

import java.time.LocalDate;
import java.util.Locale;
import java.util.SplittableRandom;
import org.ancregistry.server.matching.SyntheticPlaces.Place;

/**
 * A woman who was made up, as she is: what registers and clerks make of her is {@link SyntheticRecord}'s.
 *
 * @param number the same number of the same population is always the same woman
 * @param sister whether she lives in the house of another woman of the population: a sister, now and then a twin
 */
record SyntheticMother(
        long number,
        boolean sister,
        SyntheticNames people,
        String house,
        String given,
        String second,
        String family,
        LocalDate born,
        String nationalId,
        String phone,
        Place place) {

    private static final int HOUSEHOLD_OF_TWO = 12;
    private static final int TWINS = 10;

    /** Every twelfth woman is the sister of the one before her: one house, one phone, one family name. */
    static SyntheticMother of(long seed, long number) {
        if (number % HOUSEHOLD_OF_TWO == 0 && number > 0) {
            return sisterOf(of(seed, number - 1), new SplittableRandom(seed ^ (number * 0x9E3779B97F4A7C15L)));
        }
        var chance = new SplittableRandom(seed ^ (number * 0x9E3779B97F4A7C15L));
        var people = SyntheticNames.any(chance);
        var born = LocalDate.of(1976, 1, 1).plusDays(chance.nextInt(11_500));
        return new SyntheticMother(
                number,
                false,
                people,
                people.house(chance),
                people.given(chance),
                chance.nextInt(10) < 6 ? people.given(chance) : "",
                people.family(chance),
                born,
                number(born, chance),
                phone(chance),
                Place.any(chance));
    }

    private static SyntheticMother sisterOf(SyntheticMother other, SplittableRandom chance) {
        var twin = chance.nextInt(TWINS) == 0;
        var born =
                twin ? other.born : other.born.plusDays(chance.nextInt(400, 3_000) * (chance.nextBoolean() ? 1L : -1L));
        var given = other.people.given(chance);
        return new SyntheticMother(
                other.number + 1,
                true,
                other.people,
                other.house,
                given.equals(other.given) ? given + "ka" : given,
                chance.nextInt(4) == 0 ? other.second : "",
                other.family,
                born,
                number(born, chance),
                other.phone,
                other.place);
    }

    /** Twelve digits: year, day of the year plus 500, serial. February has 29 days in every year. */
    private static String number(LocalDate born, SplittableRandom chance) {
        return String.format(
                Locale.ROOT,
                "%d%03d%05d",
                born.getYear(),
                500 + born.withYear(2000).getDayOfYear(),
                chance.nextInt(100_000));
    }

    private static String phone(SplittableRandom chance) {
        return String.format(Locale.ROOT, "07%d%07d", chance.nextInt(9), chance.nextInt(10_000_000));
    }

    /** Masked as every person is, though nobody is she. */
    @Override
    public String toString() {
        return "SyntheticMother[" + number + "]";
    }
}
