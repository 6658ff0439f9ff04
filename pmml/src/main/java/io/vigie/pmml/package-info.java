/** The models as data and the PMML runtime behind a port. */
@NullMarked
package io.vigie.pmml;

import org.jspecify.annotations.NullMarked;
