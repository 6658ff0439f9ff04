@NullMarked
package io.vigie.access.recordactions;

import org.jspecify.annotations.NullMarked;
