package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class MatchingOnH2IT extends MatchingRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
