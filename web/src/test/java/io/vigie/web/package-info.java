@NullMarked
package io.vigie.web;

import org.jspecify.annotations.NullMarked;
