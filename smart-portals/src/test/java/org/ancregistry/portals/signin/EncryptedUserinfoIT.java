package org.ancregistry.portals.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.ancregistry.portals.esignet.EsignetProviders;
import org.ancregistry.portals.esignet.Purpose;
import org.ancregistry.portals.esignet.Return;
import org.ancregistry.sandbox.SandboxPeople;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class EncryptedUserinfoIT extends OnPortals {

    @Autowired
    private EsignetProviders providers;

    @ParameterizedTest
    @ValueSource(strings = {"national-id", "sealing", "esignet17", "esignet15"})
    void readsTheDetailsThatEachKindOfEsignetSends(String id) {
        var provider = providers.of(id).orElseThrow();
        var departure =
                provider.depart(Purpose.IDENTITY_CHECK, PortalsStack.SITE.resolve("/identity-checks/callback"), "ta");
        var back = comeBack(departure.location(), SandboxPeople.tharani());
        var code = back.getQuery().replaceAll(".*code=([^&]+).*", "$1");
        var identity = provider.identified(
                departure.pending(), new Return(departure.pending().state(), code, null, null, null));
        assertThat(identity.demographics().names()).anyMatch(name -> name.text().equals("Tharani Sivakumar"));
        assertThat(identity.demographics().phone()).startsWith("+94");
    }
}
