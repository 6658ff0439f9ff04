/** Whether everything that was promised came true. */
@NullMarked
package io.vigie.acceptance.check;

import org.jspecify.annotations.NullMarked;
