@NullMarked
package io.vigie.access.signin;

import org.jspecify.annotations.NullMarked;
