package org.ancregistry.server.operations;

import org.ancregistry.server.testing.RunningRegistry;

class IndicatorAccessOnH2IT extends IndicatorAccessRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }
}
