package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class QuestionOnH2IT extends QuestionRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
