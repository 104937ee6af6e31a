package org.ancregistry.server.access;

import org.ancregistry.server.testing.RunningRegistry;

class AuditSealOnH2IT extends AuditSealRules {

    @Override
    RunningRegistry registry() {
        return RunningRegistry.onH2();
    }

    @Override
    void asOwner(String sql, Object... values) {
        jdbc.update(sql, values);
    }
}
