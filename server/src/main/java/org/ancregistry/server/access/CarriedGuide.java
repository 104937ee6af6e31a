package org.ancregistry.server.access;

import java.util.List;
import org.ancregistry.ig.GuideValidator;
import org.ancregistry.interceptors.validation.Breach;
import org.ancregistry.interceptors.validation.Guide;
import org.hl7.fhir.r4.model.Resource;

/** The guide that this server carries on its class path. */
record CarriedGuide(GuideValidator validator) implements Guide {

    @Override
    public List<String> profilesOf(String type) {
        return validator.profilesOf(type);
    }

    @Override
    public List<Breach> breaches(Resource resource) {
        return validator.breaches(resource).stream()
                .map(breach -> new Breach(breach.element(), breach.rule(), breach.message()))
                .toList();
    }
}
