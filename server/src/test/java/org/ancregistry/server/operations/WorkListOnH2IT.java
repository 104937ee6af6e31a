package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class WorkListOnH2IT extends WorkListRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
