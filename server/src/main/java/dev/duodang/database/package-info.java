/**
 * The database: an embedded durable PostgreSQL or one that is named, its roles, its migrations, the
 * lease that lets only one server write, and transactions that see one tenant.
 */
@NullMarked
package dev.duodang.database;

import org.jspecify.annotations.NullMarked;
