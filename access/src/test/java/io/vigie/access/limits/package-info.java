@NullMarked
package io.vigie.access.limits;

import org.jspecify.annotations.NullMarked;
