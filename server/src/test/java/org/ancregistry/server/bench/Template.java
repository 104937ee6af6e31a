package org.ancregistry.server.bench;

import java.util.List;
import java.util.Locale;

/**
 * A request with gaps for what is different from woman to woman, so that the load generator, which shares the processors
 * with what it measures, only puts text together.
 */
record Template(String text) {

    private static final List<String> GIVEN =
            List.of("Nimali", "Fathima", "Kamala", "Selvi", "Anoma", "Dilani", "Shanthi", "Mary");
    private static final List<String> FAMILY =
            List.of("Perera", "Nazeer", "Wijesinghe", "Kandiah", "Fernando", "Silva", "Rajah", "Jansz", "Bandara");

    /** The request for the woman with that number: her own name, phone and numbers. */
    String filled(long number) {
        return text.replace("@number@", Long.toString(number))
                .replace("@name@", name(number))
                .replace("@phone@", String.format(Locale.ROOT, "071%07d", number))
                .replace("@phn@", String.format(Locale.ROOT, "4054%07d", number));
    }

    static String name(long number) {
        return GIVEN.get((int) (number % GIVEN.size())) + " " + FAMILY.get((int) (number / 7 % FAMILY.size()));
    }
}
