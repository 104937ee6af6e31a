package org.ancregistry.server.matching;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ancregistry.domain.person.Demographics;
import org.ancregistry.domain.person.Gender;
import org.ancregistry.domain.person.NationalId;
import org.ancregistry.domain.person.PersonName;
import org.ancregistry.domain.person.PostalAddress;
import org.ancregistry.server.matching.SyntheticPlaces.Place;
import org.jspecify.annotations.Nullable;

/** What somebody wrote down of a synthetic woman, with that profile's carelessness. */
final class SyntheticRecord {

    /**
     * How a source goes wrong, in hundredths.
     *
     * @param abbreviated names with initials
     * @param variant a word spelled otherwise
     * @param slip a word with a slip of the pen
     * @param married another family name than the other source has
     * @param noBirthDate none
     * @param yearOnly the first of January of a year that may be one off
     * @param birthSlip day or month mistaken
     * @param noPhone none
     * @param otherPhone a new one
     * @param noAddress none
     * @param moved another address
     * @param noNumber no national ID number
     * @param numberSlip a digit mistaken in it
     */
    record Profile(
            int abbreviated,
            int variant,
            int slip,
            int married,
            int noBirthDate,
            int yearOnly,
            int birthSlip,
            int noPhone,
            int otherPhone,
            int noAddress,
            int moved,
            int noNumber,
            int numberSlip) {

        /** A clinic's card: told, heard and written in a hurry. */
        static final Profile CLINIC = new Profile(38, 14, 4, 6, 3, 7, 4, 14, 18, 8, 10, 28, 3);

        /** The national register: whole names and dates, an old address, perhaps an old phone. */
        static final Profile VERIFIED = new Profile(2, 2, 0, 0, 0, 1, 0, 5, 16, 1, 22, 4, 0);
    }

    private final SyntheticMother woman;
    private final Profile profile;
    private final SplittableRandom chance;

    private SyntheticRecord(SyntheticMother woman, Profile profile, long seed) {
        this.woman = woman;
        this.profile = profile;
        this.chance = new SplittableRandom(seed * 31 + woman.number() * 0xD1B54A32D192ED03L);
    }

    /** What that source says of her; another seed is another day at the desk. */
    static Demographics of(SyntheticMother woman, Profile profile, long seed) {
        return new SyntheticRecord(woman, profile, seed).said();
    }

    private Demographics said() {
        return new Demographics(
                List.of(PersonName.of(name())),
                born(),
                Gender.FEMALE,
                address(),
                phone(),
                null,
                chance(profile.noNumber)
                        ? null
                        : NationalId.parse(number())
                                .map(SampleFiles.HASHER::hash)
                                .orElse(null));
    }

    private boolean chance(int hundredths) {
        return chance.nextInt(100) < hundredths;
    }

    private String name() {
        var family = chance(profile.married) ? woman.people().family(chance) : woman.family();
        var words = Stream.of(woman.house(), woman.given(), woman.second(), family)
                .filter(word -> !word.isEmpty())
                .map(this::spelled)
                .collect(Collectors.toCollection(ArrayList::new));
        var name = chance(profile.abbreviated) ? abbreviated(words) : String.join(" ", without(words));
        return chance.nextInt(4) == 0 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private String spelled(String word) {
        var written = chance(profile.variant) ? Misspelling.variant(word, chance) : word;
        return chance(profile.slip) ? Misspelling.slip(written, chance) : written;
    }

    /** The house's name, or a second given name, is often left out. */
    private List<String> without(List<String> words) {
        return words.size() > 2 && chance.nextInt(10) < 3 ? words.subList(1, words.size()) : words;
    }

    private String abbreviated(List<String> words) {
        return woman.people() == SyntheticNames.TAMIL ? fathersInitial(words) : initials(words);
    }

    /** As Tamil names are written: the father's, or husband's, initial and her own name. */
    private static String fathersInitial(List<String> words) {
        return words.get(words.size() - 1).charAt(0) + ". " + String.join(" ", words.subList(0, words.size() - 1));
    }

    private String initials(List<String> words) {
        var last = words.size() - 1;
        var kept = chance.nextBoolean() && last > 1 ? last - 1 : last;
        var dots = chance.nextBoolean() ? ". " : " ";
        return words.subList(0, kept).stream()
                        .map(word -> word.charAt(0) + dots)
                        .collect(Collectors.joining())
                + String.join(" ", words.subList(kept, words.size()));
    }

    private @Nullable LocalDate born() {
        if (chance(profile.noBirthDate)) {
            return null;
        }
        if (chance(profile.yearOnly)) {
            return LocalDate.of(woman.born().getYear() + chance.nextInt(-1, 2), Month.JANUARY, 1);
        }
        return chance(profile.birthSlip) ? mistaken(woman.born()) : woman.born();
    }

    private LocalDate mistaken(LocalDate day) {
        var swappable = day.getDayOfMonth() <= 12;
        return switch (chance.nextInt(swappable ? 4 : 3)) {
            case 0 -> day.plusYears(chance.nextBoolean() ? 1 : -1);
            case 1 -> day.plusDays(chance.nextInt(1, 10));
            case 2 -> day.plusMonths(1);
            default -> LocalDate.of(day.getYear(), day.getDayOfMonth(), Math.min(day.getMonthValue(), 28));
        };
    }

    private @Nullable String phone() {
        if (chance(profile.noPhone)) {
            return null;
        }
        var digits = chance(profile.otherPhone)
                ? String.format(Locale.ROOT, "07%08d", chance.nextInt(100_000_000))
                : woman.phone();
        return switch (chance.nextInt(3)) {
            case 0 -> "+94" + digits.substring(1);
            case 1 -> digits.substring(0, 3) + "-" + digits.substring(3);
            default -> digits;
        };
    }

    private @Nullable PostalAddress address() {
        if (chance(profile.noAddress)) {
            return null;
        }
        var place = chance(profile.moved) ? Place.any(chance) : woman.place();
        var text = Stream.of(
                        place.house(),
                        place.road(),
                        spelled(place.village()),
                        chance.nextInt(3) > 0 ? place.town() : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new PostalAddress(text, null, null, place.district(), null, null);
    }

    private String number() {
        return chance(profile.numberSlip) ? Misspelling.slipOfDigits(woman.nationalId(), chance) : woman.nationalId();
    }

    /** The area that cares for her now. */
    static Set<String> area(SyntheticMother woman) {
        return Set.of(woman.place().area());
    }

    /** The area whose midwife wrote the card: every sixth woman has come to another since, as after a marriage. */
    static String areaThen(SyntheticMother woman) {
        var chance = new SplittableRandom(woman.number() * 0xBF58476D1CE4E5B9L + 7);
        return chance.nextInt(6) == 0 ? Place.any(chance).area() : woman.place().area();
    }
}
