package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class MergeOnH2IT extends MergeRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
