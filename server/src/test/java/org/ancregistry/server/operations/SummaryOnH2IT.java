package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class SummaryOnH2IT extends SummaryRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
