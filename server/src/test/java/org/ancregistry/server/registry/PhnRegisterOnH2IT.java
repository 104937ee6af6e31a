package org.ancregistry.server.registry;

class PhnRegisterOnH2IT extends PhnRegisterRules {

    @Override
    RegistryTables tables() {
        return RegistryTables.onH2();
    }

    @Override
    int each() {
        return 50;
    }
}
