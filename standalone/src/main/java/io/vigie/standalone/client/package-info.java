/** Shows one client with its risk and the reasons. */
@NullMarked
package io.vigie.standalone.client;

import org.jspecify.annotations.NullMarked;
