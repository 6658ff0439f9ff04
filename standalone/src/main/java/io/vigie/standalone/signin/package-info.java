/** Signs people in, for what no token can do. */
@NullMarked
package io.vigie.standalone.signin;

import org.jspecify.annotations.NullMarked;
