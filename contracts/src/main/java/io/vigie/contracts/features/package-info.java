/** What models are given: facts folded from a client's events, and features of them at an instant. */
@NullMarked
package io.vigie.contracts.features;

import org.jspecify.annotations.NullMarked;
