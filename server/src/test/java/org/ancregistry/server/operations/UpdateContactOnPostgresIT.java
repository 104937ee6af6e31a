package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class UpdateContactOnPostgresIT extends UpdateContactRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
