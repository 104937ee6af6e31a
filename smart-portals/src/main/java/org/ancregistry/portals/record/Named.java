package org.ancregistry.portals.record;

import org.jspecify.annotations.Nullable;

/** What a record names: an allergy, a medicine or a vaccine. */
public sealed interface Named permits Allergy, Medicine, Vaccine {

    /** The key of its name in the messages; null for what was written in words alone. */
    @Nullable
    String key();

    /** As the record writes it. */
    String text();
}
