package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class DirectoryOnPostgresIT extends DirectoryRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
