package org.ancregistry.portals.registry;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mother as a list or a card shows her.
 *
 * @param id of her Patient
 * @param names one for each script
 * @param verified whether her identity is proven
 * @param phone at which she is called
 * @param village where she lives, as far as it is known apart from the rest of her address
 * @param area {@code Organization/…} whose midwife looks after her
 */
public record Mother(
        String id,
        List<Name> names,
        @Nullable String phn,
        boolean verified,
        @Nullable String phone,
        @Nullable String village,
        @Nullable String area) {

    public Mother {
        names = List.copyOf(names);
    }

    /** Her names in one order on every page and in every language: a list is read down, and the scripts stand alike. */
    public List<Name> namesInOrder() {
        return inOrder(names);
    }

    static List<Name> inOrder(List<Name> names) {
        return names.stream().sorted(Comparator.comparingInt(Name::place)).toList();
    }

    /** A name as it was given, with the language it is written in where known. */
    public record Name(String text, @Nullable String language) {

        private static final List<String> ORDER = List.of("en", "si", "ta");

        private int place() {
            return language == null ? 0 : (ORDER.indexOf(language) + ORDER.size() + 1) % (ORDER.size() + 1);
        }
    }
}
