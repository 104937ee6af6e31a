package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class OutcomeOnPostgresIT extends OutcomeRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
