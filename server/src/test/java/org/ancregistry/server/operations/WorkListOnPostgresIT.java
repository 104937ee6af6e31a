package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class WorkListOnPostgresIT extends WorkListRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
