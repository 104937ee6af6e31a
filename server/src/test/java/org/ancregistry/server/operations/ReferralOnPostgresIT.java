package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class ReferralOnPostgresIT extends ReferralRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
