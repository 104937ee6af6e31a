package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class AnswerConsentOnH2IT extends AnswerConsentRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
