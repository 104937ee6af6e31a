package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class OrderedTestsOnH2IT extends OrderedTestRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
