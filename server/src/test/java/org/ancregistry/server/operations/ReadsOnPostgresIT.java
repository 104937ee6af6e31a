package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class ReadsOnPostgresIT extends ReadRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
