package org.ancregistry.portals.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is drawn of the readings, so that no label of a line is set on top of it. */
record Crowd(List<Spot> spots) {

    /** Units that a label takes upward. */
    private static final double TALL = 13;

    private static final double GAP = 3;
    private static final double WIDE = 6.2;
    private static final double MARGIN = 5;

    /** Between two readings their line is in the way, too. */
    private static final int STEPS = 16;

    private record Spot(double x, double y) {}

    Crowd {
        spots = List.copyOf(spots);
    }

    static Crowd of(List<Line> lines, Frame frame) {
        var spots = new ArrayList<Spot>();
        lines.forEach(line -> spots.addAll(along(line.readings(), frame)));
        return new Crowd(spots);
    }

    private static List<Spot> along(List<Reading> readings, Frame frame) {
        var spots = new ArrayList<Spot>();
        for (var i = 0; i < readings.size(); i++) {
            var here = spot(readings.get(i), frame);
            var next = spot(readings.get(Math.min(i + 1, readings.size() - 1)), frame);
            for (var step = 0; step < STEPS; step++) {
                var part = step / (double) STEPS;
                spots.add(new Spot(here.x + (next.x - here.x) * part, here.y + (next.y - here.y) * part));
            }
            if (i == readings.size() - 1) {
                spots.add(new Spot(here.x + 3 * MARGIN, here.y - MARGIN));
            }
        }
        return spots;
    }

    private static Spot spot(Reading reading, Frame frame) {
        return new Spot(
                frame.across(reading.week()), frame.height(reading.value().doubleValue()));
    }

    /**
     * Where a label stands.
     *
     * @param atEnd at the right end of its line
     * @param y of its letters' feet
     */
    record Place(boolean atEnd, double y) {}

    /** At the end that is preferred and above the line, unless it is emptier elsewhere. */
    Place place(Threshold threshold, double from, double to, double height) {
        var first = threshold.labelAtEnd();
        var below = height + TALL - 1;
        return Stream.of(
                        new Place(first, height - GAP),
                        new Place(!first, height - GAP),
                        new Place(first, below),
                        new Place(!first, below))
                .filter(place -> place.y > Drawing.TOP + TALL - GAP && place.y < Drawing.BOTTOM)
                .min(Comparator.comparingLong(place -> covered(place, threshold.label(), from, to)))
                .orElse(new Place(first, height - GAP));
    }

    private long covered(Place place, String label, double from, double to) {
        var wide = label.length() * WIDE;
        var left = place.atEnd ? to - wide : from;
        return spots.stream()
                .filter(spot -> spot.x > left - MARGIN && spot.x < left + wide + MARGIN)
                .filter(spot -> spot.y > place.y - TALL && spot.y < place.y + MARGIN)
                .count();
    }
}
