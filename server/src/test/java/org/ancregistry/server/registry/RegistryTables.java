package org.ancregistry.server.registry;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The registry's own tables in an empty database, without the rest of the server. */
public final class RegistryTables implements AutoCloseable {

    private final HikariDataSource dataSource;
    private final TransactionTemplate transactions;

    private RegistryTables(HikariConfig config) {
        config.setMaximumPoolSize(10);
        this.dataSource = new HikariDataSource(config);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/registry")
                .load()
                .migrate();
    }

    public static RegistryTables onH2() {
        return at("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", "");
    }

    public static RegistryTables at(String url, String user, String password) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        return new RegistryTables(config);
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    public <T> T inOne(Supplier<T> act) {
        return transactions.execute(status -> act.get());
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
