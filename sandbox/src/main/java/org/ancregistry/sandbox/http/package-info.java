/** How the sandbox listens on this machine: requests, answers, JSON and escaped HTML, and nothing about eSignet. */
@NullMarked
package org.ancregistry.sandbox.http;

import org.jspecify.annotations.NullMarked;
