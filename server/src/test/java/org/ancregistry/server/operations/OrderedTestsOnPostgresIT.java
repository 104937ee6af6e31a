package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class OrderedTestsOnPostgresIT extends OrderedTestRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
