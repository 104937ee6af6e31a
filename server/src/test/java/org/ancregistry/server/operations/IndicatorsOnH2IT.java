package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class IndicatorsOnH2IT extends IndicatorRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
