package org.ancregistry.server.registry;

import org.ancregistry.server.testing.TestPostgres;

class HousekeepingOnPostgresIT extends HousekeepingRules {

    @Override
    RegistryTables tables() {
        var postgres = TestPostgres.shared();
        return RegistryTables.at(postgres.newDatabase(), postgres.user(), "");
    }
}
