/** What the tests of the server share: a real server, a real database, real HTTP. */
@NullMarked
package dev.duodang.testing;

import org.jspecify.annotations.NullMarked;
