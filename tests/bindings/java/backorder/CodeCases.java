package backorder;

import static backorder.Conformance.require;

import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The cases that take code, by the case's name. */
record CodeCases(Map<String, Backorder> handles, Map<String, Object> urls, Map<String, Object> libraries) {
    private static final Call HOST = Call.host("code");

    Conformance.Case named(String name) {
        return switch (name) {
            case "thirty_two_callers_at_once_sell_exactly_what_there_is" -> this::thirtyTwoCallers;
            case "a_call_that_waits_can_be_cancelled" -> this::cancelled;
            case "a_closed_handle_is_refused" -> this::closedHandle;
            case "a_result_tells_its_tables" -> this::tables;
            case "a_handle_nobody_holds_is_closed" -> this::forgotten;
            case "a_closed_result_is_refused" -> this::closedResult;
            case "a_configuration_that_cannot_be_is_refused" -> this::impossibleConfiguration;
            case "wrong_types_are_refused" -> this::wrongTypes;
            case "a_missing_library_is_an_error" -> this::missingLibrary;
            case "a_library_too_old_is_an_error" -> () -> otherLibrary("too_old", "1.0.0");
            case "a_library_too_new_is_an_error" -> () -> otherLibrary("too_new", "2.0.0");
            case "an_exception_is_of_its_kind" -> this::kinds;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Backorder shop() {
        return handles.get("shop");
    }

    private static Order order(String id) {
        return new Order(id, List.of(new OrderLine("1", "red", 1)));
    }

    private static BackorderException refused(Status status, Runnable ask) {
        try {
            ask.run();
        } catch (BackorderException error) {
            require(error.status() == status, "not " + status + " but " + error);
            return error;
        }
        throw new IllegalStateException("not refused with " + status);
    }

    /** A marketplace that can sell exactly onHand + threshold units of red; its host's call. */
    private Call stocked(String marketplace, long onHand, long threshold) {
        Call host = Call.host(marketplace);
        Call operator = Call.operator(marketplace, Permission.values());
        shop().warehouseUpsert(host.withKey("w"), List.of(Map.of("warehouse", "north")), false);
        shop().catalogUpsert(host.withKey("c"), List.of(Map.of("product", "shirt", "seller", "acme")),
            List.of(Map.of("variant", "red", "product", "shirt")));
        shop().settingsSet(operator.withKey("s"), true, false);
        shop().policySet(operator.withKey("p"), List.of(new PolicyItem(Policy.ALLOW, "", "red")), false);
        shop().thresholdSet(operator.withKey("t"), List.of(new ThresholdItem("red", "north", threshold)), false);
        shop().receive(operator.withKey("r"), List.of(new Receipt("red", "north", onHand)));
        return host;
    }

    private void thirtyTwoCallers() throws InterruptedException {
        Call host = stocked("thirty-two", 40, 23);
        AtomicInteger sold = new AtomicInteger();
        AtomicInteger odd = new AtomicInteger();
        ExecutorService buyers = Executors.newFixedThreadPool(32);
        for (int number = 0; number < 128; number++) {
            String id = "order-" + number;
            buyers.execute(() -> {
                try {
                    shop().place(host, order(id)).close();
                    sold.incrementAndGet();
                } catch (BackorderException error) {
                    odd.addAndGet(error.status() == Status.SHORTAGE ? 0 : 1);
                }
            });
        }
        buyers.shutdown();
        require(buyers.awaitTermination(60, TimeUnit.SECONDS), "they still wait");
        long[] differences = shop().verify(host).integers(Tables.Verify.DIFFERENCES);
        require(sold.get() == 63 && odd.get() == 0 && Arrays.equals(differences, new long[] {0}), "sold " + sold + ", odd answers " + odd);
    }

    private void cancelled() throws InterruptedException {
        Token token = new Token();
        Thread canceller = new Thread(() -> {
            try {
                Thread.sleep(200);
            } catch (InterruptedException ended) {
                return;
            }
            token.cancel();
        });
        canceller.start();
        long begun = System.nanoTime();
        refused(Status.CANCELLED, () -> handles.get("silent").verify(HOST.withToken(token).withTimeout(Duration.ofSeconds(20))));
        canceller.join();
        require(System.nanoTime() - begun < 10_000_000_000L, "it took its time");
    }

    private void closedHandle() {
        Backorder handle = Backorder.open((String) urls.get("empty"), Map.of());
        handle.close();
        handle.close();
        refused(Status.CLOSED, () -> handle.verify(HOST));
        refused(Status.CLOSED, () -> handle.place(HOST, order("o")));
        refused(Status.CLOSED, handle::logs);
        refused(Status.CLOSED, () -> handle.pollFd(EnumSet.of(Poll.LOGS)));
    }

    private void tables() {
        Order two = new Order("o", List.of(new OrderLine("1", "red", 2)));
        Result placed = shop().place(stocked("tables", 1, 1), two);
        require(placed.tables().equals(List.of(Tables.Order.TABLE, Tables.Lines.TABLE, Tables.Parts.TABLE)), placed.tables().toString());
        require(placed.toString().equals("Result OK: order 1, lines 1, parts 1"), placed.toString());
        placed.close();
        require(placed.toString().equals("Result OK: closed"), placed.toString());
    }

    private static int descriptors() {
        return new File("/proc/self/fd").list().length;
    }

    private void forgotten() throws InterruptedException {
        int before = descriptors();
        Backorder.open((String) urls.get("shop"), Map.of()).settingsGet(HOST);
        require(descriptors() > before, "an open handle has descriptors");
        for (int tries = 0; tries < 50 && descriptors() > before; tries++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        require(descriptors() <= before, descriptors() + " descriptors, " + before + " before");
    }

    private void closedResult() {
        Result result = shop().settingsGet(HOST);
        require(result.count(Tables.Settings.TABLE) == 1, "one row");
        result.close();
        result.close();
        refused(Status.CLOSED, () -> result.flags(Tables.Settings.BEFORE));
        refused(Status.CLOSED, () -> result.texts(Tables.Order.STATE));
        refused(Status.CLOSED, () -> result.rows(Tables.Settings.TABLE));
        refused(Status.CLOSED, result::json);
        refused(Status.CLOSED, result::replayed);
    }

    private void impossibleConfiguration() {
        refused(Status.CONFIG, () -> Backorder.open("postgresql:///x", Map.of("pool_size", 0)));
        refused(Status.UNKNOWN_MEMBER, () -> Backorder.open("postgresql:///x", Map.of("colour", "red")));
        refused(Status.JSON, () -> Backorder.open("postgresql:///x", Map.of("schema", new Object())));
    }

    /** The compiler refuses most; these are what it cannot see. */
    private void wrongTypes() {
        Call operator = Call.operator("code", Permission.MANAGE_INVENTORY).withKey("k");
        List<Runnable> wrong = List.of(
            () -> shop().verify(null),
            () -> shop().verify(new Call("code", null, "", java.util.Set.of(), "", "", "", Duration.ZERO, null)),
            () -> shop().verify(Call.host(null)),
            () -> shop().verify(HOST.withTimeout(null)),
            () -> shop().place(HOST, null),
            () -> shop().place(HOST, new Order("o", null)),
            () -> shop().place(HOST, new Order("o", Arrays.asList((OrderLine) null))),
            () -> shop().place(HOST, new Order(null, List.of())),
            () -> shop().receive(operator, null),
            () -> shop().policySet(operator, List.of(new PolicyItem(null, "", "red")), false),
            () -> shop().events(HOST, null, "", 0),
            () -> shop().json(HOST, "verify", null),
            () -> shop().settingsGet(HOST).integers(null));
        wrong.forEach(ask -> require(!refused(Status.ARGUMENT, ask).details().isEmpty(), "details"));
        refused(Status.ARGUMENT, () -> Table.named("shirts"));
        refused(Status.TEXT, () -> shop().place(HOST, order("\ud800")));
        refused(Status.TEXT, () -> shop().order(HOST, "\ud800"));
        refused(Status.TEXT, () -> shop().place(HOST, order("a\0b")));
        refused(Status.JSON, () -> shop().json(HOST, "verify", Map.of("x", new Object())));
        refused(Status.UNKNOWN_MEMBER, () -> shop().json(HOST, "verify", Map.of("colour", "red")));
    }

    private void missingLibrary() {
        require(refused(Status.ABI_VERSION, () -> Backorder.open("", Map.of(), (String) libraries.get("missing"))) instanceof LibraryException, "kind");
        refused(Status.ABI_VERSION, () -> Backorder.open("", Map.of(), "libc.so.6"));
    }

    private void otherLibrary(String which, String version) {
        BackorderException error = refused(Status.ABI_VERSION, () -> Backorder.open("", Map.of(), (String) libraries.get(which)));
        require(error.details().get(0).get("found").equals(version), error.toString());
    }

    private void kinds() {
        require(refused(Status.NOT_FOUND, () -> shop().order(HOST, "nobody's")) instanceof RefusedException, "refused");
        require(refused(Status.TIMEOUT, () -> handles.get("silent").verify(HOST.withTimeout(Duration.ofMillis(200)))) instanceof EnvironmentException,
            "environment");
        require(refused(Status.UNKNOWN_OPERATION, () -> shop().json(HOST, "paint", Map.of())) instanceof CallerException, "caller");
    }
}
