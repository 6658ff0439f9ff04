@NullMarked
package io.vigie.access;

import org.jspecify.annotations.NullMarked;
