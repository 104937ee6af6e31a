package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class FindWomanOnPostgresIT extends FindWomanRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
