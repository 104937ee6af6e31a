package org.ancregistry.domain.access;

/** Where a woman is cared for now who has several records, linked to each other by a supervisor's decision. */
@FunctionalInterface
public interface RecordsInCare {

    /** {@code Patient/…} on which the woman of {@code patient} is pregnant now; {@code patient} itself when there is none. */
    String of(String patient);
}
