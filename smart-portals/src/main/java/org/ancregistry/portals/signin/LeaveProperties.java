package org.ancregistry.portals.signin;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Leaving in a hurry.
 *
 * @param to the site that is in the window then; one that says nothing about who looked at it
 */
@ConfigurationProperties("anc.leave")
record LeaveProperties(
        @DefaultValue("https://www.wikipedia.org/") URI to) {}
