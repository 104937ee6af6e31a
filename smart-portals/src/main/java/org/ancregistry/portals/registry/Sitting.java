package org.ancregistry.portals.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Looks of one person at one record that belong together: a visit is a dozen acts within minutes, and a woman wants to read of one.
 *
 * @param looks at least one, the newest first
 */
public record Sitting(List<Look> looks) {

    /** Nothing for so long, and it is another occasion. */
    private static final Duration PAUSE = Duration.ofMinutes(30);

    public Sitting {
        looks = List.copyOf(looks);
    }

    /** Puts looks together, the newest first as they came; what was refused stays by itself. */
    public static List<Sitting> of(List<Look> looks) {
        var sittings = new ArrayList<List<Look>>();
        for (var look : looks) {
            var its = sittings.stream()
                    .filter(sitting -> belongsTo(look, sitting.get(sitting.size() - 1)))
                    .findFirst();
            if (its.isPresent()) {
                its.get().add(look);
            } else {
                sittings.add(new ArrayList<>(List.of(look)));
            }
        }
        return sittings.stream().map(Sitting::new).toList();
    }

    private static boolean belongsTo(Look earlier, Look later) {
        return !earlier.refused()
                && !later.refused()
                && earlier.by().equals(later.by())
                && Objects.equals(earlier.patient(), later.patient())
                && Objects.equals(earlier.place(), later.place())
                && Objects.equals(earlier.role(), later.role())
                && Objects.equals(earlier.purpose(), later.purpose())
                && Duration.between(earlier.when(), later.when()).compareTo(PAUSE) <= 0;
    }

    /** The newest, for what all have in common. */
    public Look look() {
        return looks.get(0);
    }

    public Instant from() {
        return looks.get(looks.size() - 1).when();
    }

    public Instant until() {
        return look().when();
    }

    /** Whether one of these acts is among {@code events} ({@code AuditEvent/…}). */
    public boolean isAmong(Collection<String> events) {
        return looks.stream().anyMatch(look -> events.contains("AuditEvent/" + look.id()));
    }

    /** What was done, each once, in the order in which it was done. */
    public List<Look.Act> acts() {
        var acts = new ArrayList<Look.Act>();
        for (var i = looks.size() - 1; i >= 0; i--) {
            if (!acts.contains(looks.get(i).act())) {
                acts.add(looks.get(i).act());
            }
        }
        return List.copyOf(acts);
    }
}
