package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class LinkedRecordsOnPostgresIT extends LinkedRecordsRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
