/** Tells what runs. */
@NullMarked
package io.vigie.standalone.status;

import org.jspecify.annotations.NullMarked;
