package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class DecisionsOnH2IT extends DecisionsRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
