package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class RiskOnPostgresIT extends RiskRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
