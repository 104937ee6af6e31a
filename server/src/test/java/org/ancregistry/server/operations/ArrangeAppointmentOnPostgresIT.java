package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class ArrangeAppointmentOnPostgresIT extends ArrangeAppointmentRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
