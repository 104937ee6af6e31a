package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class RiskOnH2IT extends RiskRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
