package org.ancregistry.operations;

import java.util.Optional;

/** The places that give care, as far as operations ask about them. */
public interface Facilities {

    /** The point of issue under which {@code facility} ({@code Organization/…}) gives out PHNs. */
    Optional<String> pointOfIssue(String facility);
}
