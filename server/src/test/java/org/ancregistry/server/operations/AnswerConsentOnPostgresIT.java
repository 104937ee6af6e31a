package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class AnswerConsentOnPostgresIT extends AnswerConsentRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onPostgres();
    }
}
