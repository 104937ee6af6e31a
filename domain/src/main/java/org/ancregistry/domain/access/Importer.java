package org.ancregistry.domain.access;

/**
 * Another system that brings what it knows of mothers, registered by the installation: its Bundles say neither which area
 * looks after a mother nor where she was seen.
 *
 * @param client its OAuth client id
 * @param area {@code Organization/…} of the PHM area whose mothers it brings
 * @param facility {@code Organization/…} where they are seen
 */
public record Importer(String client, String area, String facility) {

    public Importer {
        requireUnit(area);
        requireUnit(facility);
    }

    private static void requireUnit(String reference) {
        if (!reference.matches("Organization/[A-Za-z0-9\\-.]{1,64}")) {
            throw new IllegalArgumentException("An importer names its area and facility as Organization/….");
        }
    }
}
