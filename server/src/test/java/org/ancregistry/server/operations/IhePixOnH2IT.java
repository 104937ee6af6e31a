package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class IhePixOnH2IT extends IhePixRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
