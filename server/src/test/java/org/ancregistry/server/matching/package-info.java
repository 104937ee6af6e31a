/**
 * The match index held against the record, and {@code ./anc bench matching}: how many records of one woman are found, how
 * many of two are taken for one, and how fast.
 */
@NullMarked
package org.ancregistry.server.matching;

import org.jspecify.annotations.NullMarked;
