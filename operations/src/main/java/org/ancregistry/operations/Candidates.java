package org.ancregistry.operations;

import java.util.Set;
import org.ancregistry.domain.person.Demographics;

/** Finds records that may be of the woman who is present, by what only few women share. */
public interface Candidates {

    /**
     * At most {@code limit} women ({@code Patient/…}) who share her national ID number, her phone number and birth date,
     * or a name and birth date with {@code person}; those with her number first.
     */
    Set<String> like(Demographics person, int limit);
}
