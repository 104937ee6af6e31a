/** {@code Patient/$merge} and {@code Patient/$unmerge}: two records of one woman become one, and two again. */
@NullMarked
package org.ancregistry.operations.merge;

import org.jspecify.annotations.NullMarked;
