package org.ancregistry.domain.person;

/** FHIR's administrative genders. */
public enum Gender {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
