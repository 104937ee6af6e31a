package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class OutcomeOnH2IT extends OutcomeRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
