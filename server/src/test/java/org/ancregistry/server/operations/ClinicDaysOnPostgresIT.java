package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class ClinicDaysOnPostgresIT extends ClinicDaysRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
