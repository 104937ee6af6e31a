package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class FindWomanOnH2IT extends FindWomanRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
