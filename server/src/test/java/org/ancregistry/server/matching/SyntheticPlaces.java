package org.ancregistry.server.matching;

import java.util.List;
import java.util.SplittableRandom;

/** Invented villages in real districts. The same number is always the same village. */
final class SyntheticPlaces {

    private static final List<String> DISTRICTS = List.of(
            "Colombo",
            "Gampaha",
            "Kalutara",
            "Kandy",
            "Matale",
            "Nuwara Eliya",
            "Galle",
            "Matara",
            "Hambantota",
            "Jaffna",
            "Kilinochchi",
            "Mannar",
            "Vavuniya",
            "Mullaitivu",
            "Batticaloa",
            "Ampara",
            "Trincomalee",
            "Kurunegala",
            "Puttalam",
            "Anuradhapura",
            "Polonnaruwa",
            "Badulla",
            "Moneragala",
            "Ratnapura",
            "Kegalle");
    private static final List<String> BEGIN = List.of(
            "Kele", "Mora", "Wala", "Pitta", "Rath", "Nuga", "Ambe", "Kiri", "Gal", "Poth", "Maha", "Kuda", "Ulu",
            "Dam", "Hal", "Nika", "Sela", "Bomi", "Thal", "Vel", "Kara", "Puli", "Man", "Siri", "Eka", "Wera", "Dodan",
            "Kobe");
    private static final List<String> MIDDLE =
            List.of("", "ga", "wela", "ma", "pola", "tha", "niya", "da", "kanda", "la", "mulu", "ra");
    private static final List<String> END = List.of(
            "gama", "wewa", "watta", "goda", "pitiya", "hena", "kuli", "oya", "tota", "deniya", "kadu", "villu", "aru",
            "malai", "ella");
    private static final List<String> ROADS = List.of(
            "Temple Road",
            "Main Street",
            "Station Road",
            "School Lane",
            "Lake Road",
            "Church Road",
            "Mosque Road",
            "Hospital Road",
            "Samagi Mawatha",
            "New Road",
            "Kovil Street",
            "Beach Road",
            "Mill Lane");
    private static final int AREAS = 340;
    private static final int VILLAGES_OF_AN_AREA = 30;

    private SyntheticPlaces() {}

    /**
     * Where a household lives.
     *
     * @param area the MOH area, as a reference
     */
    record Place(String house, String road, String village, String town, String district, String area) {

        static Place any(SplittableRandom chance) {
            var area = chance.nextInt(AREAS);
            var village = area * VILLAGES_OF_AN_AREA + chance.nextInt(VILLAGES_OF_AN_AREA);
            var number = chance.nextInt(1, 420) + (chance.nextInt(4) == 0 ? "/" + chance.nextInt(1, 20) : "");
            return new Place(
                    chance.nextInt(10) < 7 ? "No. " + number : "",
                    chance.nextInt(10) < 5 ? ROADS.get(chance.nextInt(ROADS.size())) : "",
                    named(village),
                    named(1_000_000 + area),
                    DISTRICTS.get(area % DISTRICTS.size()),
                    "Organization/moh-" + area);
        }

        private static String named(int number) {
            var chance = new SplittableRandom(number * 7919L + 13);
            return BEGIN.get(chance.nextInt(BEGIN.size()))
                    + MIDDLE.get(chance.nextInt(MIDDLE.size()))
                    + END.get(chance.nextInt(END.size()));
        }
    }
}
