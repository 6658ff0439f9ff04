@NullMarked
package io.vigie.access.requests;

import org.jspecify.annotations.NullMarked;
