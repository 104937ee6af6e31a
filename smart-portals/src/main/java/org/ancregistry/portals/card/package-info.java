/** The PHN card: the number as a QR code for phones and as a Code 128 barcode for scanners. */
@NullMarked
package org.ancregistry.portals.card;

import org.jspecify.annotations.NullMarked;
