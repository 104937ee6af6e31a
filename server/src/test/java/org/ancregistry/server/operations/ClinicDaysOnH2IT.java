package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class ClinicDaysOnH2IT extends ClinicDaysRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
