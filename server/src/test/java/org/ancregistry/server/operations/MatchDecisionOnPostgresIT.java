package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class MatchDecisionOnPostgresIT extends MatchDecisionRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
