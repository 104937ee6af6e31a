package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class UpdateContactOnH2IT extends UpdateContactRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
