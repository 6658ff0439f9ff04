@NullMarked
package io.vigie.access.recordreads;

import org.jspecify.annotations.NullMarked;
