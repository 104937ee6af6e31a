package org.ancregistry.interceptors.access;

import java.util.Collection;
import java.util.Set;

/** How units lie within each other: a MOH area is made of PHM areas. */
public interface Areas {

    /** {@code units} ({@code Organization/…}) themselves, and those that are part of one of them. */
    Set<String> within(Collection<String> units);
}
