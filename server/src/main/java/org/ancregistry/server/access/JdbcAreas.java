package org.ancregistry.server.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.ancregistry.interceptors.access.Areas;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which smaller areas lie within larger ones, one step deep, as the Organizations' {@code partOf} says. */
final class JdbcAreas implements Areas {

    private final JdbcClient jdbc;

    JdbcAreas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> within(Collection<String> units) {
        if (units.isEmpty()) {
            return Set.of();
        }
        var all = new HashSet<>(units);
        all.addAll(jdbc.sql("select unit from unit_part where part_of in (:units)")
                .param("units", units)
                .query(String.class)
                .list());
        return Set.copyOf(all);
    }
}
