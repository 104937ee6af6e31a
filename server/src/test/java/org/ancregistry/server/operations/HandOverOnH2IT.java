package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class HandOverOnH2IT extends HandOverRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
