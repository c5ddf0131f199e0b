/**
 * The server. Each package below this one is a module of the business with a small public surface
 * at its root; the modules' boundaries are verified by a test.
 */
@NullMarked
package dev.duodang;

import org.jspecify.annotations.NullMarked;
