package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class ArrangeAppointmentOnH2IT extends ArrangeAppointmentRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
