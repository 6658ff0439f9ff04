@NullMarked
package io.vigie.standalone.brokeraccess;

import org.jspecify.annotations.NullMarked;
