package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class MoveContactOnPostgresIT extends MoveContactRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
