package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class MatchDecisionOnH2IT extends MatchDecisionRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
