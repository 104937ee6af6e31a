package org.ancregistry.portals.chart;

/**
 * What is expected at one week and at no other: drawn as an upright bar from low to high.
 *
 * @param low in the chart's unit, as {@code high}
 * @param text what it is, with both numbers, in the reader's language
 */
public record Bar(double week, double low, double high, String text) {}
