package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class OperationsOnH2IT extends OperationsRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }

    @Override
    int pairs() {
        return 10;
    }
}
