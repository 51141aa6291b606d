package backorder;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A request of the plan as the binding's own types. */
record Typed(Backorder shop, Call call, Map<String, Object> request) {
    private static String text(Map<String, Object> from, String name) {
        return (String) from.getOrDefault(name, "");
    }

    private static long integer(Map<String, Object> from, String name) {
        return (Long) from.getOrDefault(name, 0L);
    }

    private static boolean flag(Map<String, Object> from, String name) {
        return (Boolean) from.getOrDefault(name, false);
    }

    private static <Item> List<Item> each(Map<String, Object> from, String name, Function<Map<String, Object>, Item> made) {
        return Conformance.<Map<String, Object>>list(from.get(name)).stream().map(made).toList();
    }

    private static <Word extends Enum<Word>> Word word(Class<Word> words, Map<String, Object> from, String name, String otherwise) {
        return Enum.valueOf(words, ((String) from.getOrDefault(name, otherwise)).toUpperCase(Locale.ROOT));
    }

    private static OrderLine line(Map<String, Object> of) {
        return new OrderLine(text(of, "line"), text(of, "variant"), text(of, "warehouse"), integer(of, "quantity"), flag(of, "decline_backorder"));
    }

    private static Order order(Map<String, Object> of) {
        return new Order(text(of, "order"), integer(of, "priority"), each(of, "lines", Typed::line), Conformance.list(of.get("warehouses")));
    }

    private static OrderUnits units(Map<String, Object> of) {
        return new OrderUnits(text(of, "line"), text(of, "warehouse"), integer(of, "quantity"));
    }

    private static PolicyItem policy(Map<String, Object> of) {
        return new PolicyItem(word(Policy.class, of, "policy", "inherit"), text(of, "product"), text(of, "variant"));
    }

    private static ThresholdItem threshold(Map<String, Object> of) {
        return new ThresholdItem(word(ThresholdMode.class, of, "mode", "limit"), text(of, "product"), text(of, "variant"),
            text(of, "warehouse"), integer(of, "threshold"));
    }

    private String text(String name) {
        return text(request, name);
    }

    private List<Map<String, ?>> maps(String name) {
        return Conformance.list(request.get(name));
    }

    Result ask(String operation) {
        boolean dryRun = flag(request, "dry_run");
        return switch (operation) {
            case "settings_get" -> shop.settingsGet(call);
            case "settings_set" -> shop.settingsSet(call, flag(request, "backorders_enabled"), dryRun);
            case "policy_set" -> shop.policySet(call, each(request, "items", Typed::policy), dryRun);
            case "threshold_set" -> shop.thresholdSet(call, each(request, "items", Typed::threshold), dryRun);
            case "warehouse_upsert" -> shop.warehouseUpsert(call, maps("items"), dryRun);
            case "catalog_upsert" -> shop.catalogUpsert(call, maps("products"), maps("variants"));
            case "stock" -> shop.stock(call, new StockQuery(Conformance.list(request.get("variants")), Conformance.list(request.get("products")),
                text("warehouse")));
            case "availability" -> shop.availability(call,
                each(request, "items", of -> new AvailabilityItem(text(of, "variant"), integer(of, "quantity"))));
            case "queue" -> shop.queue(call, request);
            case "receive" -> shop.receive(call,
                each(request, "items", of -> new Receipt(text(of, "variant"), text(of, "warehouse"), integer(of, "quantity"))));
            case "count" -> shop.count(call, maps("items"));
            case "transfer" -> shop.transfer(call, maps("items"));
            case "place" -> shop.place(call, order(request));
            case "place_batch" -> shop.placeBatch(call, each(request, "orders", Typed::order));
            case "cancel" -> shop.cancel(call, text("order"), each(request, "lines", Typed::units));
            case "order" -> shop.order(call, text("order"));
            case "shippable" -> shop.shippable(call, text("order"));
            case "fulfill" -> shop.fulfill(call, text("order"), each(request, "entries", Typed::units), flag(request, "strict"));
            case "cancel_fulfillment" -> shop.cancelFulfillment(call, text("order"), integer(request, "fulfillment"), text("units"));
            case "reassign" -> shop.reassign(call, text("order"), text("line"), text("from"), text("to"), integer(request, "quantity"));
            case "events" -> shop.events(call, text("consumer"), text("acknowledge"), integer(request, "limit"));
            case "events_acknowledge" -> shop.eventsAcknowledge(call, text("consumer"), text("cursor"));
            case "ledger" -> shop.ledger(call, request);
            case "verify" -> shop.verify(call);
            case "warehouses" -> shop.warehouses(call, request);
            case "products" -> shop.products(call, request);
            case "variants" -> shop.variants(call, request);
            case "open_orders" -> shop.openOrders(call, request);
            default -> throw new IllegalArgumentException(operation);
        };
    }
}
