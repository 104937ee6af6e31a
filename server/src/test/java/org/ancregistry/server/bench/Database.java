package org.ancregistry.server.bench;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.ancregistry.server.testing.TestPostgres;

/**
 * One database of the PostgreSQL that all servers share.
 *
 * @param url its JDBC address
 */
record Database(String url, String user) {

    static Database newOf(TestPostgres postgres) {
        return new Database(postgres.newDatabase(), postgres.user());
    }

    /** Processor time that every PostgreSQL process below this one has used so far. */
    static Duration cpu() {
        return ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::info)
                .filter(process -> process.command().orElse("").endsWith("/postgres"))
                .flatMap(process -> process.totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Tidies up, as PostgreSQL's own cleaner would do in some minutes. */
    void tidy() {
        execute("vacuum analyze");
    }

    /** Copies itself over {@code other}, which nobody may use meanwhile; nor may anybody use this one. */
    void copyOver(Database other, Database elsewhere) {
        elsewhere.execute("drop database " + other.name());
        elsewhere.execute("create database " + other.name() + " template " + name());
    }

    List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.datasource.password=");
    }

    private String name() {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    void execute(String sql) {
        try (var connection = DriverManager.getConnection(url, user, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
