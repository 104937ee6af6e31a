package org.ancregistry.portals.registry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registry understood what was asked and refused it, for reasons that a page can show at the right place. */
public final class RegistryRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Reason> reasons;

    RegistryRefusal(int status, List<Reason> reasons, Throwable cause) {
        super(
                "The registry refused with " + status + " "
                        + reasons.stream().map(Reason::code).toList(),
                cause);
        this.status = status;
        this.reasons = List.copyOf(reasons);
    }

    public int status() {
        return status;
    }

    public List<Reason> reasons() {
        return reasons;
    }

    /** The code of the first reason, {@code phn-unknown} for instance; empty when the registry gave none. */
    public String code() {
        return reasons.stream().map(Reason::code).findFirst().orElse("");
    }

    public boolean is(String code) {
        return code().equals(code);
    }

    /** The record that stands in the way, where the registry named one and the person may see it. */
    public Optional<String> record() {
        return reasons.stream()
                .flatMap(reason -> Optional.ofNullable(reason.record()).stream())
                .findFirst();
    }

    /**
     * One reason.
     *
     * @param code of the code system {@code anc-problem}
     * @param field the dictionary field or parameter that is meant, where one is
     * @param text what to do, for people
     * @param record {@code Patient/…} that stands in the way, where one is named
     */
    public record Reason(
            String code,
            @Nullable String field,
            String text,
            @Nullable String record) {}
}
