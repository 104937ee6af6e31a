package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class DecisionsOnPostgresIT extends DecisionsRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
