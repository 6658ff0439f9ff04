/** What is believed of a provider that vouches for people and programs. */
@NullMarked
package io.vigie.access.provider;

import org.jspecify.annotations.NullMarked;
