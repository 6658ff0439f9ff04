/** Whoever asks for personal data in the role of an auditor is recorded first. */
@NullMarked
package io.vigie.access.recordreads;

import org.jspecify.annotations.NullMarked;
