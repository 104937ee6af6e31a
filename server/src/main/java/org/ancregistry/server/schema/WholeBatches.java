package org.ancregistry.server.schema;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Lets PostgreSQL's driver send a batch of inserts as one statement of many rows. A registration writes some hundred index
 * rows of HAPI's, and each would be a statement of its own. Whoever sets the driver's property keeps what was set.
 */
final class WholeBatches implements BeanPostProcessor {

    private static final String PROPERTY = "reWriteBatchedInserts";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
            pool.getDataSourceProperties().putIfAbsent(PROPERTY, "true");
        }
        return bean;
    }
}
