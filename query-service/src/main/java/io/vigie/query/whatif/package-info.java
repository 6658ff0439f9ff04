/** What the risk of a client would be if the client were another one. */
@NullMarked
package io.vigie.query.whatif;

import org.jspecify.annotations.NullMarked;
