package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class ReviewEmergencyOnH2IT extends ReviewEmergencyRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
