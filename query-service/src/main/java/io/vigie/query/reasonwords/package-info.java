/** Says in words why a risk is what it is. */
@NullMarked
package io.vigie.query.reasonwords;

import org.jspecify.annotations.NullMarked;
