package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class HandOverOnPostgresIT extends HandOverRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
