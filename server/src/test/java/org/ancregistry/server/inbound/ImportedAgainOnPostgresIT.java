package org.ancregistry.server.inbound;

import org.ancregistry.server.testing.RunningRegistry;

class ImportedAgainOnPostgresIT extends ImportedAgainRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
