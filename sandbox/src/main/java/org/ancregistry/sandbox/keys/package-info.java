/** The keys that the sandbox signs with, each with the certificate that eSignet publishes beside it. */
@NullMarked
package org.ancregistry.sandbox.keys;

import org.jspecify.annotations.NullMarked;
