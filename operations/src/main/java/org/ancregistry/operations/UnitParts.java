package org.ancregistry.operations;

import java.util.Collection;
import java.util.Set;

/** Which smaller areas lie within larger ones, as far as operations ask. */
public interface UnitParts {

    /** {@code units} ({@code Organization/…}) and those that are part of one of them. */
    Set<String> within(Collection<String> units);

    /** Whether {@code unit} is the area of a public health midwife. */
    boolean isMidwifeArea(String unit);

    /** Whether {@code unit} is a clinic or a hospital, and not an area. */
    boolean isFacility(String unit);
}
