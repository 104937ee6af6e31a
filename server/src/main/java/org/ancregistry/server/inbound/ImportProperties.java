package org.ancregistry.server.inbound;

import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.access.Importer;
import org.ancregistry.domain.access.Importers;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The systems that bring Bundles of their own making, by their client ids; none by default.
 *
 * @param clients for whom each of them brings, since its Bundles do not say
 */
@ConfigurationProperties("anc.import")
record ImportProperties(@DefaultValue Map<String, Client> clients) implements Importers {

    /**
     * One system.
     *
     * @param area {@code Organization/…} of the PHM area whose mothers it brings
     * @param facility {@code Organization/…} where they are seen
     */
    record Client(@Nullable String area, @Nullable String facility) {}

    /** A place that is missing or not written as one stops the start. */
    ImportProperties {
        clients.forEach(ImportProperties::importer);
    }

    private static Importer importer(String id, Client client) {
        return new Importer(id, place(id, "area", client.area()), place(id, "facility", client.facility()));
    }

    private static String place(String id, String setting, @Nullable String place) {
        if (place == null || place.isBlank()) {
            throw new IllegalArgumentException("Set anc.import.clients." + id + "." + setting
                    + " to an Organization/…: the Bundles of this client do not say.");
        }
        return place;
    }

    @Override
    public Optional<Importer> of(String client) {
        return Optional.ofNullable(clients.get(client)).map(known -> importer(client, known));
    }
}
