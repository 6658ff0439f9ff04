@NullMarked
package io.vigie.access.tokens;

import org.jspecify.annotations.NullMarked;
