package org.ancregistry.domain.clinical;

/** The names of the code systems that the record is written in. */
public final class SystemUris {

    /** WHO's antenatal care data dictionary: the first coding of everything that it has a code for. */
    public static final String WHO_ANC = "http://smart.who.int/anc";

    public static final String LOINC = "http://loinc.org";
    public static final String SNOMED = "http://snomed.info/sct";
    public static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
    public static final String UCUM = "http://unitsofmeasure.org";

    /** This registry's own codes, for fields and answers without a WHO code. */
    public static final String DICTIONARY = "https://ancregistry.org/fhir/CodeSystem/anc-dictionary";

    private SystemUris() {}
}
