package org.ancregistry.portals.record;

import java.time.LocalDate;
import java.util.List;
import org.ancregistry.domain.pregnancy.EndKind;
import org.jspecify.annotations.Nullable;

/**
 * How her last pregnancy ended, while she has no open one.
 *
 * @param pregnancy as it was: its reference, the version that taking it back must be based on, and how far it was on a day
 * @param contact {@code Encounter/…} that wrote it down; absent when something else ended it, and then nobody takes it back
 * @param kind what happened, where the record says so
 * @param on the day, where the record says so
 * @param findings what was said of the pregnancy's end
 * @param children what was said of each child, in the order of the births
 */
public record Ended(
        Pregnancy pregnancy,
        @Nullable String contact,
        @Nullable EndKind kind,
        @Nullable LocalDate on,
        List<Finding> findings,
        List<List<Finding>> children) {

    private static final int POSTNATAL_DAYS = 42;

    public Ended {
        findings = List.copyOf(findings);
        children = List.copyOf(children);
    }

    public String reference() {
        return pregnancy.reference();
    }

    public String version() {
        return pregnancy.version();
    }

    /** Whether a child that lives was born so short a time ago that she and the child are still to be watched. */
    public boolean isPostnatal(LocalDate today) {
        return kind == EndKind.BIRTH
                && on != null
                && !on.plusDays(POSTNATAL_DAYS).isBefore(today);
    }

    /** Whether somebody may have lost a child: nothing may speak of a baby then. */
    public boolean isGrief() {
        return kind != null && kind.isGrief();
    }

    /** Names nobody and nothing told: records must be safe to log. */
    @Override
    public String toString() {
        return "Ended[" + reference() + "]";
    }
}
