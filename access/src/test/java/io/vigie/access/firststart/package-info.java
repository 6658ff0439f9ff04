@NullMarked
package io.vigie.access.firststart;

import org.jspecify.annotations.NullMarked;
