package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class IndicatorsOnPostgresIT extends IndicatorRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
