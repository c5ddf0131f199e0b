/** Every error a client may see: one registry of codes, and the document that carries them. */
@NullMarked
package dev.duodang.problem;

import org.jspecify.annotations.NullMarked;
