/** People sign in at an OpenID Connect provider, by the authorization code flow with PKCE. */
@NullMarked
package io.vigie.access.signinatprovider;

import org.jspecify.annotations.NullMarked;
