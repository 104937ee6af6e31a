package org.ancregistry.portals.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mother as a list or a card shows her.
 *
 * @param id of her Patient
 * @param names one for each script
 * @param verified whether her identity is proven
 * @param registered the day on which this pregnancy was registered
 */
public record Mother(
        String id,
        List<Name> names,
        @Nullable String phn,
        boolean verified,
        @Nullable LocalDate registered) {

    public Mother {
        names = List.copyOf(names);
    }

    /** A name as it was given, with the language it is written in where known. */
    public record Name(String text, @Nullable String language) {}
}
