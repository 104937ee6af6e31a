package org.ancregistry.portals.signin;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.ancregistry.portals.authorization.Installation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Keeps sessions in the database, where every node finds them, under a cookie that no script and no other site reads. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 900)
class SessionConfiguration {

    @Bean
    CookieSerializer sessionCookie(Installation installation) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(installation.isEncrypted() ? "__Host-anc-session" : "anc-session");
        cookie.setUseSecureCookie(installation.isEncrypted());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    /** PostgreSQL says in the statement itself what two requests do that write the same value at once. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsAtOnce(DataSource database) throws SQLException {
        var connection = DataSourceUtils.getConnection(database);
        try {
            var product = connection.getMetaData().getDatabaseProductName();
            var postgres = new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
            return product.equals("PostgreSQL") ? postgres : sessions -> {};
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
