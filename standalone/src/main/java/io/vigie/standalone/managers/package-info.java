/** Lists account managers. */
@NullMarked
package io.vigie.standalone.managers;

import org.jspecify.annotations.NullMarked;
