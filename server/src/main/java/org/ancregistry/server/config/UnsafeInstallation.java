package org.ancregistry.server.config;

import java.util.List;

/** The registry does not start: what it was told is not fit for real people's records. */
final class UnsafeInstallation extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    UnsafeInstallation(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = problems;
    }

    List<String> problems() {
        return problems;
    }
}
