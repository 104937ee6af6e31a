package org.ancregistry.operations;

import java.util.List;
import org.hl7.fhir.r4.model.EpisodeOfCare;

/** Every pregnancy of a woman that was cared for, open or over. */
public interface AllPregnancies {

    /** Those of {@code patient} ({@code Patient/…}) that were not entered in error, the newest first. */
    List<EpisodeOfCare> of(String patient);
}
