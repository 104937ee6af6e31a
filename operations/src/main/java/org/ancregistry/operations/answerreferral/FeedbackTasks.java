package org.ancregistry.operations.answerreferral;

import java.util.List;
import org.hl7.fhir.r4.model.Task;

/** Looks up who is asked for feedback on a referral. */
public interface FeedbackTasks {

    /** The tasks about {@code referral} ({@code ServiceRequest/…}) that nobody has closed. */
    List<Task> openAbout(String referral);
}
