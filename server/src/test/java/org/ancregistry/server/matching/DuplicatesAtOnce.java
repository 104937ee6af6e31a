package org.ancregistry.server.matching;

import org.ancregistry.server.testing.RunningRegistry;
import org.springframework.jdbc.core.JdbcTemplate;

/** Has the job that looks for duplicates look now, and at no other time. */
public final class DuplicatesAtOnce {

    private DuplicatesAtOnce() {}

    public static void look(RunningRegistry registry) {
        registry.bean(JdbcTemplate.class)
                .update("update housekeeping set due_at = timestamp with time zone '2999-01-01 00:00:00+00:00'"
                        + " where job = 'duplicates'");
        registry.bean(DuplicateFinding.class).pass();
    }
}
