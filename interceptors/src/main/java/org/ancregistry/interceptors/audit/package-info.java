/** Who did what to whose record: one AuditEvent for each woman and act, written before anything leaves. */
@NullMarked
package org.ancregistry.interceptors.audit;

import org.jspecify.annotations.NullMarked;
