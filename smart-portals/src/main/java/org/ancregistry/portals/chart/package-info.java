/** Charts of a pregnancy, laid out on the server so that they print sharply, speak to screen readers and need no script. */
@NullMarked
package org.ancregistry.portals.chart;

import org.jspecify.annotations.NullMarked;
