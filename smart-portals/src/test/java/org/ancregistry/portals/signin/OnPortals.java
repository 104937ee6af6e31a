package org.ancregistry.portals.signin;

import java.net.URI;
import org.ancregistry.portals.authorization.IssuedTokens;
import org.ancregistry.portals.identity.JdbcLinkedPeople;
import org.ancregistry.sandbox.SandboxPerson;
import org.ancregistry.sandbox.SandboxVisitor;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The portals and the eSignets, started once for all tests; each test begins with nobody linked. */
@SpringBootTest(classes = PortalsUnderTest.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
abstract class OnPortals {

    @Autowired
    protected LinkCodes codes;

    @Autowired
    protected StaffOfTests staff;

    @Autowired
    protected DraftsOfTests drafts;

    @Autowired
    protected JdbcLinkedPeople links;

    @Autowired
    protected IssuedTokens issued;

    @Autowired
    protected JdbcTemplate jdbc;

    protected final Browser browser = new Browser(PortalsStack.SITE);

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        PortalsStack.settings(properties);
    }

    @BeforeEach
    void nobodyIsLinked() {
        PortalsStack.ESIGNET.reset();
        jdbc.update("delete from linked_person");
        jdbc.update("delete from link_attempt");
        staff.hire(StaffOfTests.RUWANI);
    }

    /** Brings a browser to the page of a person who comes back from that eSignet, whoever she is. */
    protected static Browser signIn(Browser browser, String provider, SandboxPerson who) {
        var away = browser.open("/sign-in/esignet/" + provider).target();
        return browser.open(comeBack(away, who).toString());
    }

    protected static URI comeBack(URI away, SandboxPerson who) {
        return SandboxVisitor.signIn(away, who);
    }
}
