@NullMarked
package io.vigie.standalone.importing;

import org.jspecify.annotations.NullMarked;
