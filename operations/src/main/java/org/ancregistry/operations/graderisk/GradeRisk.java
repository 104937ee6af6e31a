package org.ancregistry.operations.graderisk;

import org.ancregistry.domain.rules.RiskGrade;

/**
 * A grade as a clinician gives it.
 *
 * @param requestId the client's own id for this request
 * @param content all that is asked, as one text
 * @param patient {@code Patient/…}
 * @param assessment {@code RiskAssessment/…} that the clinician had before her
 * @param grade what she gives
 * @param reason why; empty when she gave none
 */
record GradeRisk(String requestId, String content, String patient, String assessment, RiskGrade grade, String reason) {}
