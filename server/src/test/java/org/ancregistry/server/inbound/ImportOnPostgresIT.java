package org.ancregistry.server.inbound;

import org.ancregistry.server.testing.RunningRegistry;

class ImportOnPostgresIT extends ImportRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
