package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class MatchingOnPostgresIT extends MatchingRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
