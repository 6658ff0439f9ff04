/** The supervisor, the edge, the vigie command line. */
@NullMarked
package io.vigie.standalone;

import org.jspecify.annotations.NullMarked;
