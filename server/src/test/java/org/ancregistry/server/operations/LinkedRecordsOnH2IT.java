package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class LinkedRecordsOnH2IT extends LinkedRecordsRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
