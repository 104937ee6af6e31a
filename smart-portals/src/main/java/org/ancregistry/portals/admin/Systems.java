package org.ancregistry.portals.admin;

/** The names by which staff, areas and facilities are written down in FHIR. */
final class Systems {

    static final String ROLE = "https://ancregistry.org/fhir/CodeSystem/anc-role";
    static final String KIND = "https://ancregistry.org/fhir/CodeSystem/anc-area-kind";
    static final String AREA = "https://ancregistry.org/fhir/StructureDefinition/anc-area";
    static final String POINT_OF_ISSUE = "https://ancregistry.org/fhir/id/point-of-issue";

    /** Names the form that something was made with, so that the same form makes it once. */
    static final String REQUEST = "https://ancregistry.org/fhir/id/request";

    private static final String PROFILES = "https://ancregistry.org/fhir/StructureDefinition/";
    static final String UNIT_PROFILE = PROFILES + "anc-unit";
    static final String PERSON_PROFILE = PROFILES + "anc-practitioner";
    static final String ROLE_PROFILE = PROFILES + "anc-practitioner-role";

    private Systems() {}
}
