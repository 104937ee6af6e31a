package org.ancregistry.portals.chart;

/**
 * A named line across the chart.
 *
 * @param value in the chart's unit
 * @param label what it is, in the reader's language, value included
 * @param labelAtEnd whether the label stands at the right end, where the readings leave room there
 */
public record Threshold(double value, String label, boolean labelAtEnd) {}
