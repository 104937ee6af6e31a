package org.ancregistry.server.inbound;

import org.ancregistry.server.testing.RunningRegistry;

class IdentityFeedOnH2IT extends IdentityFeedRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
