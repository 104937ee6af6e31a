/** What every page shares: the frame, the languages, style and script files, form fields, and pages for what goes wrong. */
@NullMarked
package org.ancregistry.portals.web;

import org.jspecify.annotations.NullMarked;
