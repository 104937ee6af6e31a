package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class DuplicatesOnH2IT extends DuplicateRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
