@NullMarked
package io.vigie.standalone;

import org.jspecify.annotations.NullMarked;
