package org.ancregistry.server.inbound;

import org.ancregistry.server.testing.RunningRegistry;

class ImportOnH2IT extends ImportRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
