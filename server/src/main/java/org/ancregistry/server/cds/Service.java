package org.ancregistry.server.cds;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What another record system can ask, as CDS Hooks 2.0 describes a service for discovery. */
enum Service {
    RISK(
            "anc-risk",
            "patient-view",
            "Antenatal risk",
            "What the registry's clinical rules say of a pregnant woman, as of her last contact.",
            ""),
    CONTACT(
            "anc-contact",
            "encounter-discharge",
            "Antenatal contact",
            "What the registry's clinical rules say of what this encounter found, together with her record.",
            "Observation?patient={{context.patientId}}&encounter={{context.encounterId}}");

    /** The key under which findings of an encounter are sent along. */
    static final String FINDINGS = "findings";

    private final String id;
    private final String hook;
    private final String title;
    private final String description;
    private final String prefetch;

    Service(String id, String hook, String title, String description, String prefetch) {
        this.id = id;
        this.hook = hook;
        this.title = title;
        this.description = description;
        this.prefetch = prefetch;
    }

    static Optional<Service> named(String id) {
        return Arrays.stream(values()).filter(service -> service.id.equals(id)).findFirst();
    }

    String hook() {
        return hook;
    }

    Map<String, Object> discovered() {
        var service = new LinkedHashMap<String, Object>();
        service.put("hook", hook);
        service.put("id", id);
        service.put("title", title);
        service.put("description", description);
        service.put(
                "usageRequirements",
                "An access token of the registry, as fhirAuthorization or as bearer token; patientId is the"
                        + " registry's.");
        if (!prefetch.isEmpty()) {
            service.put("prefetch", Map.of(FINDINGS, prefetch));
        }
        return service;
    }
}
