package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AdminLinkIT {

    private static final String DATABASE = "jdbc:h2:mem:admin-link;DB_CLOSE_DELAY=-1";

    @Test
    void makesACodeInAnEmptyDatabase() {
        assertThat(AdminLink.isAskedFor("admin-link", "Anoma")).isTrue();
        assertThat(AdminLink.isAskedFor("--server.port=1")).isFalse();
        var code = AdminLink.issue(
                "admin-link",
                "Anoma",
                "Wijesinghe",
                "--spring.datasource.url=" + DATABASE,
                "--spring.datasource.username=sa");
        assertThat(code).matches("[2-9B-Y]{4}-[2-9B-Y]{4}-[2-9B-Y]{4}");
        var database = new DriverManagerDataSource(DATABASE, "sa", "");
        var meant = new LinkCodes(JdbcClient.create(database)).use(code);
        assertThat(meant).hasValue(new LinkCodes.Meant(null, "Anoma Wijesinghe"));
    }
}
