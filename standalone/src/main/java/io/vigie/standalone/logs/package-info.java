/** Shows what the parts print. */
@NullMarked
package io.vigie.standalone.logs;

import org.jspecify.annotations.NullMarked;
