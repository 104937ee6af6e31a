package org.ancregistry.server.inbound;

import org.ancregistry.server.testing.RunningRegistry;

class IdentityFeedOnPostgresIT extends IdentityFeedRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
