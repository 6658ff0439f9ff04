@NullMarked
package io.vigie.access.rules;

import org.jspecify.annotations.NullMarked;
