package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class NumberOrTaskOnH2IT extends NumberOrTaskRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
