package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class IndicatorAccessOnPostgresIT extends IndicatorAccessRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
