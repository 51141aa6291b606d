import backorder.Backorder;
import backorder.Call;
import backorder.Order;
import backorder.OrderLine;
import backorder.OrderUnits;
import backorder.Permission;
import backorder.Policy;
import backorder.PolicyItem;
import backorder.Receipt;
import backorder.RefusedException;
import backorder.Result;
import backorder.StockQuery;
import backorder.Tables;
import backorder.ThresholdItem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A shop in Java: sells past zero as far as it may, restocks, ships, tells what happened. Host DATABASE */
final class Host {
    private static void buy(Backorder shop, Call host, String order, long quantity) {
        try (Result placed = shop.place(host, new Order(order, List.of(new OrderLine("1", "mug-blue", quantity))))) {
            Map<String, Object> line = placed.rows(Tables.Lines.TABLE).get(0);
            System.out.println(order + ": " + line.get("allocated") + " now, " + line.get("waiting") + " on backorder");
        } catch (RefusedException refused) {
            Map<String, Object> shortage = refused.details().get(0);
            System.out.println(order + ": " + refused.status() + ": asked " + shortage.get("asked") + ", available " + shortage.get("available"));
        }
    }

    public static void main(String[] arguments) {
        String marketplace = "java-" + System.nanoTime();
        Call host = Call.host(marketplace);
        Call operator = Call.operator(marketplace, Permission.MANAGE_MARKETPLACE);
        Call seller = Call.seller(marketplace, "acme", Permission.MANAGE_INVENTORY, Permission.MANAGE_FULFILLMENTS);
        try (Backorder shop = Backorder.open(arguments[0], Map.of("migrate", true))) {
            shop.warehouseUpsert(host.withKey("warehouses"), List.of(Map.of("warehouse", "berlin")), false);
            shop.catalogUpsert(host.withKey("catalogue"), List.of(Map.of("product", "mug", "seller", "acme")),
                List.of(Map.of("variant", "mug-blue", "product", "mug")));
            shop.settingsSet(operator.withKey("on"), true, false);
            shop.policySet(seller.withKey("allow"), List.of(new PolicyItem(Policy.ALLOW, "mug", "")), false);
            shop.thresholdSet(seller.withKey("threshold"), List.of(new ThresholdItem("mug-blue", "berlin", 3)), false);
            shop.receive(seller.withKey("delivery-1"), List.of(new Receipt("mug-blue", "berlin", 2)));
            buy(shop, host, "anna", 3);
            buy(shop, host, "bruno", 2);
            buy(shop, host, "carla", 1);
            Result stock = shop.stock(seller, new StockQuery(List.of("mug-blue")));
            System.out.println("on backorder: " + stock.texts(Tables.Stock.WAREHOUSE) + Arrays.toString(stock.integers(Tables.Stock.BACKORDERED)));
            Result arrived = shop.receive(seller.withKey("delivery-2"), List.of(new Receipt("mug-blue", "berlin", 1)));
            System.out.println("covered: " + arrived.texts(Tables.Covered.ORDER));
            Result shipped = shop.fulfill(seller.withKey("ship-anna"), "anna", List.of(new OrderUnits("1", "berlin", 3)), false);
            System.out.println("anna: " + shipped.texts(Tables.Order.STATE).get(0));
            System.out.println("events: " + String.join(", ", shop.events(host, "mail", "", 100).texts(Tables.Events.TYPE)));
            System.exit(shop.verify(host).integers(Tables.Verify.DIFFERENCES)[0] == 0 ? 0 : 1);
        }
    }
}
