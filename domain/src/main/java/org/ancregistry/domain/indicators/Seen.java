package org.ancregistry.domain.indicators;

import java.time.LocalDate;

/**
 * A contact that took place. What is added to a contact later is the same contact under the same number.
 *
 * @param number tells the contact from others; it says nothing of the number that the contact carries
 * @param atHome whether the midwife came to her
 */
public record Seen(int number, LocalDate on, boolean atHome) {}
