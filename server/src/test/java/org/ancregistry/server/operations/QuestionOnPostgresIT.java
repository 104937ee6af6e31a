package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class QuestionOnPostgresIT extends QuestionRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
