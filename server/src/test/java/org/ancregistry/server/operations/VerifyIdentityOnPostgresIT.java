package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class VerifyIdentityOnPostgresIT extends VerifyIdentityRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
