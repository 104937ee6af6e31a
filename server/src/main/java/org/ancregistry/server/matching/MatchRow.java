package org.ancregistry.server.matching;

import java.util.Set;
import org.ancregistry.domain.matching.BlockingKeys;
import org.ancregistry.domain.matching.MatchPerson;
import org.ancregistry.domain.matching.RegistryStatistics;
import org.ancregistry.domain.person.Demographics;
import org.jspecify.annotations.Nullable;

/**
 * One woman's place in the index.
 *
 * @param person the number under which HAPI stores her record
 * @param patient {@code Patient/…}
 * @param version of the record that was read
 * @param area {@code Organization/…} that cares for her
 * @param said what her record says; her national ID number is kept apart from it
 */
record MatchRow(
        long person, String patient, long version, @Nullable String area, Demographics said) {

    /** The keys under which she is found. */
    Set<Long> keys() {
        return BlockingKeys.of(compared(RegistryStatistics.NONE)).ofRecord();
    }

    /** She as she is compared. */
    MatchPerson compared(RegistryStatistics statistics) {
        return MatchPerson.of(said, area == null ? Set.of() : Set.of(area), statistics);
    }

    /** Whether the same is known of her, whatever the version. */
    boolean saysTheSameAs(MatchRow other) {
        return said.equals(other.said) && String.valueOf(area).equals(String.valueOf(other.area));
    }

    /** Masked: who somebody is is in no log. */
    @Override
    public String toString() {
        return "MatchRow[" + patient + "]";
    }
}
