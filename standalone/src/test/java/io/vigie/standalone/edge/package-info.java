@NullMarked
package io.vigie.standalone.edge;

import org.jspecify.annotations.NullMarked;
