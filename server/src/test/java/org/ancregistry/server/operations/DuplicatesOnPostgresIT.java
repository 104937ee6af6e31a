package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class DuplicatesOnPostgresIT extends DuplicateRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
