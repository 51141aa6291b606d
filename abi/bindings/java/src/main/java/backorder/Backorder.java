package backorder;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An open handle: one pool of connections to one database, for any number of threads. A mutation's call needs an idempotency key, except
 * place and dry runs.
 *
 * <pre>{@code
 * try (Backorder shop = Backorder.open("postgresql:///shop", Map.of("migrate", true))) {
 *     Call seller = Call.seller("main", "acme", Permission.MANAGE_INVENTORY);
 *     shop.receive(seller.withKey("delivery-17"), List.of(new Receipt("mug-blue", "berlin", 12)));
 *     Result placed = shop.place(Call.host("main"), new Order("1001", List.of(new OrderLine("1", "mug-blue", 2))));
 *     long[] waiting = placed.integers(Tables.Lines.WAITING);
 * }
 * }</pre>
 */
public final class Backorder implements AutoCloseable {
    /** Not that of results: closing may wait for calls. */
    private static final Cleaner CLEANER = Cleaner.create();

    private final Library library;
    private final Pointer pointer;
    private final Cleaner.Cleanable closing;

    private Backorder(Library library, Pointer pointer) {
        this.library = library;
        this.pointer = pointer;
        closing = CLEANER.register(this, () -> library.call("bo_close", pointer));
    }

    /** Opens a handle with the library of the environment's BACKORDER_LIBRARY, or as the system finds it. */
    public static Backorder open(String database, Map<String, ?> config) {
        return open(database, config, null);
    }

    /**
     * Opens a handle.
     *
     * @param config schema, migrate, pool_size, lanes, default_timeout_ms, ... as bo_open lists them
     * @param library path of libbackorder.so.1; null: of the environment's BACKORDER_LIBRARY, or as the system finds it
     */
    public static Backorder open(String database, Map<String, ?> config, String library) {
        Library loaded = Library.load(library);
        Map<String, Object> members = new LinkedHashMap<>(Arena.given("config", config));
        members.put("database", database);
        try (Arena arena = new Arena()) {
            List<Object> parameters = texted(arena, "config", Json.write(members));
            Pointer places = arena.memory(2L * Native.POINTER_SIZE);
            parameters.addAll(List.of(places, places.share(Native.POINTER_SIZE)));
            int status = loaded.call("bo_open", parameters.toArray());
            if (status != Status.OK.value) {
                throw BackorderException.take(loaded, status, places.getPointer(Native.POINTER_SIZE), null);
            }
            return new Backorder(loaded, places.getPointer(0));
        }
    }

    /** Ends calls in flight and the handle. Later calls are refused with {@link Status#CLOSED}. */
    @Override
    public void close() {
        closing.clean();
    }

    /** Installs or updates the tables. Answers table schema. */
    public Result migrate(Duration timeout) {
        return answered("bo_migrate", List.of(pointer, Call.milliseconds(timeout)));
    }

    /** What the library would have logged since the last time. Answers table log. */
    public Result logs() {
        return answered("bo_logs", List.of(pointer));
    }

    /** A descriptor that becomes readable when there are events or logs to pull. The library's own: only poll it. */
    public int pollFd(Set<Poll> what) {
        int bits = what.stream().mapToInt(each -> each.value).sum();
        try (Memory places = new Memory(2L * Native.POINTER_SIZE)) {
            places.clear();
            int status = library.call("bo_poll_fd", pointer, bits, places, places.share(Native.POINTER_SIZE));
            if (status != Status.OK.value) {
                throw BackorderException.take(library, status, places.getPointer(Native.POINTER_SIZE), null);
            }
            return places.getInt(0);
        }
    }

    /** What a function takes between the call and the places of its answer. */
    private interface Parameters {
        List<Object> made(Arena arena);
    }

    private Result run(Call call, String function, Parameters made) {
        try (Arena arena = new Arena()) {
            List<Object> parameters = new ArrayList<>(List.of(pointer, Arena.given("call", call).packed(arena)));
            parameters.addAll(made.made(arena));
            return answered(function, parameters);
        } finally {
            Reference.reachabilityFence(call);
        }
    }

    private Result answered(String function, List<Object> given) {
        try (Memory places = new Memory(2L * Native.POINTER_SIZE)) {
            places.clear();
            List<Object> parameters = new ArrayList<>(given);
            parameters.addAll(List.of(places, places.share(Native.POINTER_SIZE)));
            int status = library.call(function, parameters.toArray());
            return Result.answer(library, status, places.getPointer(0), places.getPointer(Native.POINTER_SIZE));
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /** A text and its length. */
    private static List<Object> texted(Arena arena, String name, String text) {
        ByteBuffer bytes = Arena.encoded(name, text);
        Pointer memory = arena.memory(bytes.remaining());
        memory.write(0, bytes.array(), 0, bytes.remaining());
        return new ArrayList<>(List.of(memory, (long) bytes.remaining()));
    }

    private static List<Object> joined(List<Object> first, Object... then) {
        first.addAll(List.of(then));
        return first;
    }

    private <Item> Result items(Call call, String function, List<Item> items, int size, Arena.Put<Item> put, Object... more) {
        return run(call, function, arena -> joined(new ArrayList<>(List.of(arena.all("items", items, size, put), (long) items.size())), more));
    }

    private <Item> Result one(Call call, String function, Item item, int size, Arena.Put<Item> put) {
        List<Item> items = List.of(Arena.given("request", item));
        return run(call, function, arena -> List.of(arena.all("request", items, size, put)));
    }

    private static int dry(boolean run) {
        return run ? Abi.DRY_RUN : 0;
    }

    /** Any operation by its name; the request's members as README.md, "Operations", lists them. */
    public Result json(Call call, String operation, Map<String, ?> request) {
        return run(call, "bo_call_json", arena -> {
            List<Object> name = texted(arena, "operation", operation);
            name.addAll(texted(arena, "request", Json.write(Arena.given("request", request))));
            return name;
        });
    }

    /** By name, without the members that are null. */
    private Result byName(Call call, String operation, Object... members) {
        Map<String, Object> request = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            if (members[i + 1] != null) {
                request.put((String) members[i], members[i + 1]);
            }
        }
        return json(call, operation, request);
    }

    /** Answers table settings. */
    public Result settingsGet(Call call) {
        return run(call, "bo_settings_get", arena -> List.of());
    }

    /** Turns backorders on or off; table settings tells how many units stand over the limit. */
    public Result settingsSet(Call call, boolean backordersEnabled, boolean dryRun) {
        return run(call, "bo_settings_set", arena -> {
            Pointer settings = arena.memory(Pack.SETTINGS);
            settings.write(0, new int[] {Pack.SETTINGS, dry(dryRun), backordersEnabled ? 1 : 0, 0}, 0, 4);
            return List.of(settings);
        });
    }

    /** Answers table policies. */
    public Result policySet(Call call, List<PolicyItem> items, boolean dryRun) {
        return items(call, "bo_policy_set", items, Pack.POLICY, Pack::policy, dry(dryRun));
    }

    /** Answers table thresholds. */
    public Result thresholdSet(Call call, List<ThresholdItem> items, boolean dryRun) {
        return items(call, "bo_threshold_set", items, Pack.THRESHOLD, Pack::threshold, dry(dryRun));
    }

    /** items: warehouse, owner, priority, active. Answers table warehouses. */
    public Result warehouseUpsert(Call call, List<Map<String, ?>> items, boolean dryRun) {
        return byName(call, "warehouse_upsert", "items", items, "dry_run", dryRun ? true : null);
    }

    /** products: product, seller; variants: variant, product; either may be null. Answers tables products, variants. */
    public Result catalogUpsert(Call call, List<Map<String, ?>> products, List<Map<String, ?>> variants) {
        return byName(call, "catalog_upsert", "products", products, "variants", variants);
    }

    /** Answers tables stock, variant_totals, product_totals. */
    public Result stock(Call call, StockQuery query) {
        return one(call, "bo_stock", query, Pack.STOCK_QUERY, Pack::stockQuery);
    }

    /** Answers table availability. */
    public Result availability(Call call, List<AvailabilityItem> items) {
        return items(call, "bo_availability", items, Pack.AVAILABILITY_ITEM, Pack::availabilityItem);
    }

    /** Who waits, in their places. query: variant, warehouse, seller, order, limit, skip, after. Answers tables queue, cursor. */
    public Result queue(Call call, Map<String, ?> query) {
        return json(call, "queue", query);
    }

    /** Goods in; the queue is served. Answers tables moves, covered. */
    public Result receive(Call call, List<Receipt> items) {
        return items(call, "bo_receive", items, Pack.RECEIPT, Pack::receipt);
    }

    /** items: variant, warehouse, on_hand. Answers tables moves, covered, fallen_back. */
    public Result count(Call call, List<Map<String, ?>> items) {
        return byName(call, "count", "items", items);
    }

    /** items: variant, from, to, quantity. Answers tables moves, covered. */
    public Result transfer(Call call, List<Map<String, ?>> items) {
        return byName(call, "transfer", "items", items);
    }

    /** All of the order or nothing; its id is its key. Answers tables order, lines, parts. */
    public Result place(Call call, Order order) {
        return one(call, "bo_place", order, Pack.ORDER, Pack::order);
    }

    /** Each order is placed or refused for itself. Answers tables placed, placed_parts. */
    public Result placeBatch(Call call, List<Order> orders) {
        return items(call, "bo_place_batch", orders, Pack.ORDER, Pack::order);
    }

    /** No lines: all that is still open. Answers tables order, lines, parts, covered. */
    public Result cancel(Call call, String order, List<OrderUnits> lines) {
        return run(call, "bo_cancel", arena -> joined(texted(arena, "order", order),
            arena.all("lines", lines, Pack.ORDER_UNITS, Pack::orderUnits), (long) lines.size()));
    }

    /** Answers tables order, lines, parts, fulfillments. */
    public Result order(Call call, String order) {
        return byName(call, "order", "order", order);
    }

    /** What could ship now, where, and why the rest cannot. Answers tables order, shippable. */
    public Result shippable(Call call, String order) {
        return run(call, "bo_shippable", arena -> texted(arena, "order", order));
    }

    /** strict refuses what still waits there. Answers tables fulfillments, order, lines, parts. */
    public Result fulfill(Call call, String order, List<OrderUnits> entries, boolean strict) {
        return run(call, "bo_fulfill", arena -> joined(texted(arena, "order", order),
            arena.all("entries", entries, Pack.ORDER_UNITS, Pack::orderUnits), (long) entries.size(), strict ? Abi.STRICT : 0));
    }

    /** units: to_line, to_stock or written_off. Answers tables fulfillments, order, lines, parts. */
    public Result cancelFulfillment(Call call, String order, long fulfillment, String units) {
        return byName(call, "cancel_fulfillment", "order", order, "fulfillment", fulfillment, "units", units);
    }

    /** Waiting units wait, or are taken, elsewhere. Answers tables order, lines, parts. */
    public Result reassign(Call call, String order, String line, String from, String to, long quantity) {
        return byName(call, "reassign", "order", order, "line", line, "from", from, "to", to, "quantity", quantity);
    }

    /** The next events; acknowledge: the cursor of the page before, or empty. Answers tables events, cursor, held. */
    public Result events(Call call, String consumer, String acknowledge, long limit) {
        return run(call, "bo_events", arena -> {
            List<Object> parameters = texted(arena, "consumer", consumer);
            parameters.addAll(texted(arena, "acknowledge", acknowledge));
            return joined(parameters, limit);
        });
    }

    /** Answers table cursor. */
    public Result eventsAcknowledge(Call call, String consumer, String cursor) {
        return run(call, "bo_events_acknowledge", arena -> {
            List<Object> parameters = texted(arena, "consumer", consumer);
            parameters.addAll(texted(arena, "cursor", cursor));
            return parameters;
        });
    }

    /** query: variant, warehouse, order, after, limit. Answers table ledger. */
    public Result ledger(Call call, Map<String, ?> query) {
        return json(call, "ledger", query);
    }

    /** Proves the counters from the ledger. Answers tables verify, differences. */
    public Result verify(Call call) {
        return json(call, "verify", Map.of());
    }

    /** query: limit, and after, the cursor of the page before. Answers tables warehouse_list, cursor. */
    public Result warehouses(Call call, Map<String, ?> query) {
        return json(call, "warehouses", query);
    }

    /** query: seller, after, limit. Answers tables product_list, cursor. */
    public Result products(Call call, Map<String, ?> query) {
        return json(call, "products", query);
    }

    /** query: seller, after, limit. Answers tables variant_list, cursor. */
    public Result variants(Call call, Map<String, ?> query) {
        return json(call, "variants", query);
    }

    /** The oldest first. query: seller, after, limit. Answers tables open_orders, cursor. */
    public Result openOrders(Call call, Map<String, ?> query) {
        return json(call, "open_orders", query);
    }
}
