/** Takes a version out of use. */
@NullMarked
package io.vigie.standalone.model.retire;

import org.jspecify.annotations.NullMarked;
