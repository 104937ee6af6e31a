package org.ancregistry.server.bench;

import java.time.Duration;
import java.util.List;

/**
 * What one side did in one turn.
 *
 * @param nanos how long each answered request took
 * @param took how long the turn was
 * @param javaCpu what the server used of the processor
 * @param databaseCpu what PostgreSQL used of it
 * @param errors what went wrong, the first words of each wrong answer
 */
record Turn(List<Long> nanos, Duration took, Duration javaCpu, Duration databaseCpu, List<String> errors) {

    Turn {
        nanos = List.copyOf(nanos);
        errors = List.copyOf(errors);
    }
}
