/**
 * The ledger: what every settled line, voucher and rebate means in double entry, and what each
 * account holds, today or at any past moment.
 */
@NullMarked
package dev.duodang.ledger;

import org.jspecify.annotations.NullMarked;
