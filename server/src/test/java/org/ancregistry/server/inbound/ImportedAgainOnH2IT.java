package org.ancregistry.server.inbound;

import org.ancregistry.server.testing.RunningRegistry;

class ImportedAgainOnH2IT extends ImportedAgainRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
