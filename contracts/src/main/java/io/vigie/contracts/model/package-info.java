/** What happens to models, and what is handed out of them to whoever scores. */
@NullMarked
package io.vigie.contracts.model;

import org.jspecify.annotations.NullMarked;
