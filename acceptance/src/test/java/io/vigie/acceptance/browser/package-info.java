/** The pages as people use them: in a real Chromium, against the whole system. */
@NullMarked
package io.vigie.acceptance.browser;

import org.jspecify.annotations.NullMarked;
