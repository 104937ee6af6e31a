package org.ancregistry.operations.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far back a record reaches that is too long for one answer. Whoever reads the answer must know that it is not all.
 *
 * @param olderThan by type of resource, the moment before which none of that type is there; a type that is whole is absent
 * @param writtenBefore what was first written before that moment may be missing, whatever it is; absent where nothing is
 */
record Cut(Map<String, Instant> olderThan, @Nullable Instant writtenBefore) {

    Cut {
        olderThan = Map.copyOf(olderThan);
    }

    boolean isNothing() {
        return olderThan.isEmpty() && writtenBefore == null;
    }

    /** Whether something of these types may be missing. */
    boolean touches(Collection<String> types) {
        return writtenBefore != null || types.stream().anyMatch(olderThan::containsKey);
    }

    /** What is to be said of these types; empty where all is there. */
    Optional<String> words(Collection<String> types, ZoneId zone) {
        if (writtenBefore != null) {
            return Optional.of("Not all is here: what was written before " + day(writtenBefore, zone)
                    + " may have been left out. The registry holds it.");
        }
        return types.stream()
                .map(olderThan::get)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(moment -> "Not all is here: what is older than " + day(moment, zone)
                        + " was left out. The registry holds it.");
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone);
    }
}
