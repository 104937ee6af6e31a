/** What is known of a person: her names as given, birth date, address, phone, national ID. */
@NullMarked
package org.ancregistry.domain.person;

import org.jspecify.annotations.NullMarked;
