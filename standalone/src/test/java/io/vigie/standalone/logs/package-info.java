@NullMarked
package io.vigie.standalone.logs;

import org.jspecify.annotations.NullMarked;
