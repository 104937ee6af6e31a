package org.ancregistry.domain.clinical;

/** What an answer becomes in the record. */
public enum FieldKind {
    /** A measurement with a unit. */
    QUANTITY,
    /** A count. */
    INTEGER,
    /** A question answered yes or no, both of which are facts. */
    BOOLEAN,
    DATE,
    /** A choice from a list. */
    CODED,
    TEXT,
    /** An illness or event: yes makes a Condition, no an observation that denies it. */
    CONDITION,
    /** One of the danger signs asked about at each contact. */
    DANGER_SIGN,
    ALLERGY,
    /** A medicine: the dose, or whether it was given. */
    MEDICATION,
    /** A vaccine: the day, or whether it was given at this contact. */
    IMMUNIZATION,
    /** Something done: a scan, a talk. */
    PROCEDURE,
    /** Worked out by the registry, never answered. */
    COMPUTED,
    /** Part of the registration or the visit itself, with its own place in an operation. */
    ADMINISTRATIVE;

    /** Whether a field of this kind is answered by a person as part of the history or the findings. */
    public boolean answered() {
        return this != COMPUTED && this != ADMINISTRATIVE;
    }
}
