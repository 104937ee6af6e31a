/** What a request is told when it cannot be answered: always a coded OperationOutcome, never the inside of the server. */
@NullMarked
package org.ancregistry.interceptors.errors;

import org.jspecify.annotations.NullMarked;
