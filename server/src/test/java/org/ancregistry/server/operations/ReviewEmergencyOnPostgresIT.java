package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class ReviewEmergencyOnPostgresIT extends ReviewEmergencyRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
