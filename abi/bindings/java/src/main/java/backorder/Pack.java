// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

import com.sun.jna.Pointer;

/** Sizes and offsets of the header's structs, and how requests are put there. */
final class Pack {
    static final int CALL = 144;
    static final int SETTINGS = 16;
    static final int POLICY = 40;
    static final int THRESHOLD = 64;
    static final int STOCK_QUERY = 72;
    static final int AVAILABILITY_ITEM = 32;
    static final int RECEIPT = 48;
    static final int ORDER_LINE = 64;
    static final int ORDER = 72;
    static final int ORDER_UNITS = 48;

    static final int CALL_STRUCT_SIZE = 0;
    static final int CALL_ROLE = 4;
    static final int CALL_PERMISSIONS = 8;
    static final int CALL_MARKETPLACE = 16;
    static final int CALL_MARKETPLACE_LENGTH = 24;
    static final int CALL_SELLER = 32;
    static final int CALL_SELLER_LENGTH = 40;
    static final int CALL_USER = 48;
    static final int CALL_USER_LENGTH = 56;
    static final int CALL_IDEMPOTENCY_KEY = 64;
    static final int CALL_IDEMPOTENCY_KEY_LENGTH = 72;
    static final int CALL_TRACEPARENT = 80;
    static final int CALL_TRACEPARENT_LENGTH = 88;
    static final int CALL_TIMEOUT_MS = 96;
    static final int CALL_TOKEN = 104;
    static final int CALL_RESERVED = 112;
    static final int CALL_COMPLETIONS = 128;
    static final int CALL_TAG = 136;

    private Pack() {
    }

    static void policy(Arena arena, Pointer at, PolicyItem item) {
        at.setInt(4, Arena.given("policy", item.policy()).value);
        arena.text(at, 8, "product", item.product());
        arena.text(at, 24, "variant", item.variant());
    }

    static void threshold(Arena arena, Pointer at, ThresholdItem item) {
        at.setInt(4, Arena.given("mode", item.mode()).value);
        arena.text(at, 8, "product", item.product());
        arena.text(at, 24, "variant", item.variant());
        arena.text(at, 40, "warehouse", item.warehouse());
        at.setLong(56, item.threshold());
    }

    static void stockQuery(Arena arena, Pointer at, StockQuery item) {
        arena.texts(at, 8, "variants", item.variants());
        arena.texts(at, 32, "products", item.products());
        arena.text(at, 56, "warehouse", item.warehouse());
    }

    static void availabilityItem(Arena arena, Pointer at, AvailabilityItem item) {
        arena.text(at, 8, "variant", item.variant());
        at.setLong(24, item.quantity());
    }

    static void receipt(Arena arena, Pointer at, Receipt item) {
        arena.text(at, 8, "variant", item.variant());
        arena.text(at, 24, "warehouse", item.warehouse());
        at.setLong(40, item.quantity());
    }

    static void orderLine(Arena arena, Pointer at, OrderLine item) {
        arena.text(at, 8, "line", item.line());
        arena.text(at, 24, "variant", item.variant());
        arena.text(at, 40, "warehouse", item.warehouse());
        at.setLong(56, item.quantity());
        at.setInt(4, item.declineBackorder() ? Abi.DECLINE_BACKORDER : 0);
    }

    static void order(Arena arena, Pointer at, Order item) {
        arena.text(at, 8, "order", item.order());
        at.setLong(24, item.priority());
        arena.list(at, 32, "lines", item.lines(), ORDER_LINE, Pack::orderLine);
        arena.texts(at, 48, "warehouses", item.warehouses());
    }

    static void orderUnits(Arena arena, Pointer at, OrderUnits item) {
        arena.text(at, 8, "line", item.line());
        arena.text(at, 24, "warehouse", item.warehouse());
        at.setLong(40, item.quantity());
    }
}
