@NullMarked
package io.vigie.standalone.model.promote;

import org.jspecify.annotations.NullMarked;
