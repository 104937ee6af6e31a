package org.ancregistry.domain.indicators;

import java.time.LocalDate;

/**
 * A contact that took place. What is added to a contact later is the same contact under the same number.
 *
 * @param number which contact of the pregnancy it was
 * @param atHome whether the midwife came to her
 */
public record Seen(int number, LocalDate on, boolean atHome) {}
