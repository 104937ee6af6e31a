package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class SummaryOnPostgresIT extends SummaryRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
