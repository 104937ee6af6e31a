package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class NumberOrTaskOnPostgresIT extends NumberOrTaskRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
