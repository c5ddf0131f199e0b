package dev.duodang.settlement;

import dev.duodang.database.TenantId;
import dev.duodang.pricing.book.CategoryId;
import dev.duodang.pricing.book.Relation;
import dev.duodang.pricing.book.TierId;
import dev.duodang.pricing.money.Exact;
import dev.duodang.pricing.order.FactsDigest;
import dev.duodang.pricing.order.OrderNo;
import dev.duodang.pricing.order.WorkOrder;
import dev.duodang.pricing.rebate.OutsideKey;
import dev.duodang.pricing.region.RegionCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that changes money. Only the settlement writer acts on it. */
public sealed interface Command {

  TenantId tenant();

  /** Who asks. */
  String by();

  /** When it was asked; prices an order whose facts are not final. */
  Instant at();

  /** A command about an order. */
  sealed interface OfOrder extends Command {

    OrderNo orderNo();
  }

  /** An amount that no order brings: a reward, a penalty, cash handed in. */
  record Post(TenantId tenant, Voucher voucher, String by, Instant at) implements Command {}

  /**
   * What is reported of measures that no order carries: all of it, or nothing where one contradicts
   * what is there.
   */
  record Report(TenantId tenant, List<Reported> values, String by, Instant at) implements Command {

    public Report {
      values = List.copyOf(values);
    }
  }

  /**
   * One value.
   *
   * @param revision null where the source counts none
   * @param reason why it is reported, for those who ask later; may be empty
   */
  record Reported(OutsideKey key, @Nullable Long revision, Exact value, String reason) {}

  /**
   * A revision of an order.
   *
   * @param order the facts to settle, with what master records add to those stated
   * @param digest of the facts as their source stated them
   * @param text the facts as they are kept
   */
  record Deliver(
      TenantId tenant, WorkOrder order, FactsDigest digest, String text, String by, Instant at)
      implements OfOrder {

    /** A revision whose facts are settled as stated. */
    public static Deliver of(TenantId tenant, WorkOrder order, String by, Instant at) {
      return new Deliver(tenant, order, order.digest(), FactsText.write(order), by, at);
    }

    @Override
    public OrderNo orderNo() {
      return order.orderNo();
    }
  }

  /**
   * A decision about an order.
   *
   * @param what the decision
   * @param reason why, for those who ask later
   */
  record Decide(TenantId tenant, OrderNo orderNo, What what, String reason, String by, Instant at)
      implements OfOrder {}

  /**
   * Prices an order again by the books as they are.
   *
   * @param reason why the past is priced again
   */
  record Rerate(TenantId tenant, OrderNo orderNo, String reason, String by, Instant at)
      implements OfOrder {}

  /** What is decided. */
  sealed interface What {

    /** It is about the tier of one item, or of the whole order. */
    sealed interface OfTier extends What {

      Relation relation();

      CategoryId category();

      /** The item's place from 0, or -1 in a category that is per order. */
      int item();
    }

    /**
     * The amount of a tier that asks for one.
     *
     * @param amount in major units
     */
    record Quote(Relation relation, CategoryId category, int item, Exact amount)
        implements OfTier {}

    /**
     * A tier, whatever it asks.
     *
     * @param limitMinor the most that the relation may come to, before and after; null for no limit
     */
    record Force(
        Relation relation, CategoryId category, int item, TierId tier, @Nullable Long limitMinor)
        implements OfTier {}

    /**
     * The tier that wins by what the tiers ask, in place of the one that was chosen.
     *
     * @param limitMinor the most that the relation may come to, before and after; null for no limit
     */
    record Unforce(Relation relation, CategoryId category, int item, @Nullable Long limitMinor)
        implements OfTier {}

    /** Where the order's place lies. */
    record Region(RegionCode region) implements What {}

    /** A settlement above the book's limit may pass. */
    record Release(Relation relation) implements What {}
  }
}
