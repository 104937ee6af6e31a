package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class MoveContactOnH2IT extends MoveContactRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
