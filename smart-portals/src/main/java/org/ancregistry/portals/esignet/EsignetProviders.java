package org.ancregistry.portals.esignet;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The eSignets that people of this installation may sign in with. */
public final class EsignetProviders {

    private final Map<String, EsignetProvider> byId = new LinkedHashMap<>();

    EsignetProviders(Collection<EsignetProvider> providers) {
        providers.forEach(provider -> byId.put(provider.id(), provider));
    }

    public Optional<EsignetProvider> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Collection<EsignetProvider> all() {
        return byId.values();
    }

    /** The first one configured, which proves who a mother is where none is named. */
    public Optional<EsignetProvider> first() {
        return byId.values().stream().findFirst();
    }
}
