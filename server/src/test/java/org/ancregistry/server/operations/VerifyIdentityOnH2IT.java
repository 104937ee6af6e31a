package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class VerifyIdentityOnH2IT extends VerifyIdentityRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
