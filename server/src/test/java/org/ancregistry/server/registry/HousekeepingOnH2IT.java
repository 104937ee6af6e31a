package org.ancregistry.server.registry;

class HousekeepingOnH2IT extends HousekeepingRules {

    @Override
    RegistryTables tables() {
        return RegistryTables.onH2();
    }
}
