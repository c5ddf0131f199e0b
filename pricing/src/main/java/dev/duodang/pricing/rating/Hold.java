package dev.duodang.pricing.rating;

import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.ExpressionText;
import dev.duodang.pricing.book.QuoteRange;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TaxCategory;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.expression.ExpressionOutcome;
import dev.duodang.pricing.money.Currency;
import dev.duodang.pricing.money.Money;
import dev.duodang.pricing.order.ContractNo;
import dev.duodang.pricing.order.PartNo;
import dev.duodang.pricing.order.PartyId;
import dev.duodang.pricing.order.RecordedFact;
import dev.duodang.pricing.order.Taxpayer;
import dev.duodang.pricing.region.RegionCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a settlement waits for a person.
 *
 * @param category the category that is held; null when the whole relation is
 * @param item the item's place from 0, or -1 for the whole order
 */
public record Hold(Reason reason, @Nullable CategoryId category, int item, Detail detail) {

  /** The reasons that an order may wait for. */
  public enum Reason {
    QUOTE,
    NO_TIER,
    REGION_UNKNOWN,
    PAYEE_UNKNOWN,
    NO_CONTRACT,
    NO_BOOK,
    NO_LIST_PRICE,
    FACT_MISSING,
    OUT_OF_RANGE,
    OVER_LIMIT,
    EXPRESSION,
    CONTRADICTION,
    TIER_NOT_ALLOWED
  }

  /** What a person needs to know to end the hold. */
  public sealed interface Detail {

    /** Nothing beyond the reason. */
    record None() implements Detail {}

    /** An amount inside a range is asked for. */
    record Quote(TierId tier, QuoteRange range) implements Detail {}

    /** The region is one of these, or anything when there are none. */
    record Regions(List<RegionCode> candidates) implements Detail {
      public Regions {
        candidates = List.copyOf(candidates);
      }
    }

    /** A part has no price on the pricing day. */
    record NoPrice(PartNo part) implements Detail {}

    /** A fact is needed that the order does not state, by the name that its source uses. */
    record Missing(String fact) implements Detail {}

    /** The tier has no price for the quantity. */
    record Beyond(TierId tier) implements Detail {}

    /**
     * The amount is more than an account holds.
     *
     * @param tier whose amount; null for that of all lines with what modifiers change
     */
    record BeyondAccount(@Nullable TierId tier, Money most) implements Detail {}

    /** The settlement comes to more than may settle without a person. */
    record Above(Money amount, Money limit) implements Detail {}

    /**
     * The lines that are the base are in another currency, and the book does not say at what rate
     * it is exchanged on the pricing day.
     */
    record OtherCurrency(Relation base, Currency from, Currency to, LocalDate day)
        implements Detail {}

    /** The book has no rate of tax on the pricing day. */
    record NoTaxRate(TaxCategory category, Taxpayer taxpayer, LocalDate day) implements Detail {}

    /** An expression is neither true nor false of the order. */
    record NotDecided(ExpressionText expression, ExpressionOutcome.Undecided undecided)
        implements Detail {}

    /**
     * A fact of the order is not what its master record says.
     *
     * @param since the first day of which the record says so; null for always
     */
    record Contradicts(RecordedFact fact, String stated, String recorded, @Nullable LocalDate since)
        implements Detail {}

    /**
     * A party has no contract that covers the order.
     *
     * @param day of the pricing time, in the tenant's zone
     * @param nearest the contract that comes nearest; null when there is none
     * @param gaps in what it does not fit
     */
    record NoContract(
        PartyId party, LocalDate day, @Nullable ContractNo nearest, List<ContractGap> gaps)
        implements Detail {
      public NoContract {
        gaps = List.copyOf(gaps);
      }
    }

    /**
     * Somebody chose a tier that the book does not let anybody choose, or not on the pricing day.
     *
     * @param allowed those that may be chosen
     */
    record NotAllowed(TierId tier, List<TierId> allowed) implements Detail {
      public NotAllowed {
        allowed = List.copyOf(allowed);
      }
    }

    /** Another relation of the order, whose lines are the base, waits itself. */
    record Waiting(Relation base, Reason reason) implements Detail {}
  }

  /** A hold of the whole relation. */
  public static Hold of(Reason reason, Detail detail) {
    return new Hold(reason, null, -1, detail);
  }
}
