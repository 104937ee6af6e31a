package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class ReferralOnH2IT extends ReferralRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
