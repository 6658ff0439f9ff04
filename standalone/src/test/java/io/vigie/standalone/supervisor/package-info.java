@NullMarked
package io.vigie.standalone.supervisor;

import org.jspecify.annotations.NullMarked;
