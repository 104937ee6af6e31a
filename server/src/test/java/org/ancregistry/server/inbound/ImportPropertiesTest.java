package org.ancregistry.server.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.ancregistry.server.inbound.ImportProperties.Client;
import org.junit.jupiter.api.Test;

class ImportPropertiesTest {

    @Test
    void namesTheSettingThatIsMissing() {
        assertThatThrownBy(() -> new ImportProperties(Map.of("dhis2", new Client(null, "Organization/clinic"))))
                .hasMessageContaining("anc.import.clients.dhis2.area");
        assertThatThrownBy(() -> new ImportProperties(Map.of("dhis2", new Client("Organization/area", " "))))
                .hasMessageContaining("anc.import.clients.dhis2.facility");
    }

    @Test
    void knowsTheClientsThatAreWhole() {
        var settings = new ImportProperties(Map.of("dhis2", new Client("Organization/area", "Organization/clinic")));
        assertThat(settings.of("dhis2").orElseThrow().facility()).isEqualTo("Organization/clinic");
        assertThat(settings.of("another")).isEmpty();
    }
}
