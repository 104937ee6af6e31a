package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class MergeOnPostgresIT extends MergeRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
