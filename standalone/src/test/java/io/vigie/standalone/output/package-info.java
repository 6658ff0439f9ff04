@NullMarked
package io.vigie.standalone.output;

import org.jspecify.annotations.NullMarked;
