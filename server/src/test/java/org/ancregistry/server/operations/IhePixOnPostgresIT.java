package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class IhePixOnPostgresIT extends IhePixRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
