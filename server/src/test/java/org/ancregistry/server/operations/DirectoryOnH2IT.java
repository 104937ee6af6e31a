package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class DirectoryOnH2IT extends DirectoryRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
