package org.ancregistry.server.operations;

import java.util.List;

/** Names of women who are not taken for one: of two of one area and one birthday the registry asks whether they are. */
final class Names {

    private static final List<String> GIVEN = List.of(
            "Anoma",
            "Fathima",
            "Kandiah",
            "Mary",
            "Rizana",
            "Shanthi",
            "Dulmini",
            "Yogeswary",
            "Wasana",
            "Begum",
            "Jeyanthi",
            "Priyangika",
            "Sumaiya");

    private static final List<String> FAMILY = List.of(
            "Perera",
            "Nazeer",
            "Sivakumar",
            "Jansz",
            "Marikkar",
            "Weerakoon",
            "Gunaratne",
            "Chelliah",
            "Ekanayake",
            "Hamid",
            "Thambiraja");

    private Names() {}

    static String of(int number) {
        var round = number / GIVEN.size();
        var first = number % GIVEN.size();
        return GIVEN.get(first) + " " + GIVEN.get((round + first + 1) % GIVEN.size()) + " "
                + FAMILY.get((round + 3 * first) % FAMILY.size());
    }
}
