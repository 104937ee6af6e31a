package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class ReadsOnH2IT extends ReadRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
