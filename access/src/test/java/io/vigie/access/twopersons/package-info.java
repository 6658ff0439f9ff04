@NullMarked
package io.vigie.access.twopersons;

import org.jspecify.annotations.NullMarked;
