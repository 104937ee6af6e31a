package org.ancregistry.server.inbound;

import java.util.Map;
import java.util.Optional;
import org.ancregistry.domain.access.Importer;
import org.ancregistry.domain.access.Importers;
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
    record Client(String area, String facility) {}

    /** A place that is not written as one stops the start. */
    ImportProperties {
        clients.forEach((id, client) -> new Importer(id, client.area(), client.facility()));
    }

    @Override
    public Optional<Importer> of(String client) {
        return Optional.ofNullable(clients.get(client))
                .map(known -> new Importer(client, known.area(), known.facility()));
    }
}
