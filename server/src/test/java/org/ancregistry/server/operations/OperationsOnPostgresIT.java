package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class OperationsOnPostgresIT extends OperationsRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }

    @Override
    int pairs() {
        return 100;
    }
}
