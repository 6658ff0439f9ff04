/** People sign in with a password, and stay signed in by a cookie. */
@NullMarked
package io.vigie.access.signin;

import org.jspecify.annotations.NullMarked;
