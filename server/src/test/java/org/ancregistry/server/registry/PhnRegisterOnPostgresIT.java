package org.ancregistry.server.registry;

import org.ancregistry.server.testing.TestPostgres;

class PhnRegisterOnPostgresIT extends PhnRegisterRules {

    @Override
    RegistryTables tables() {
        var postgres = TestPostgres.shared();
        return RegistryTables.at(postgres.newDatabase(), postgres.user(), "");
    }

    @Override
    int each() {
        return 1000;
    }
}
