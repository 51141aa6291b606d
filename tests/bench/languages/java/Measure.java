import backorder.AvailabilityItem;
import backorder.Backorder;
import backorder.Call;
import backorder.Result;
import backorder.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Measures the Java binding; see tests/README.md: Measure DATABASE MARKETPLACE SECONDS VARIANT... */
final class Measure {
    private static double median(double seconds, Runnable ask) {
        List<Long> spent = new ArrayList<>();
        long now = System.nanoTime();
        for (long end = now + (long) (1e9 * seconds); now < end;) {
            ask.run();
            long before = now;
            now = System.nanoTime();
            spent.add(now - before);
        }
        spent.sort(null);
        return spent.get(spent.size() / 2) / 1000.0;
    }

    private static void typed(Backorder shop, Call host, List<AvailabilityItem> items) {
        try (Result answer = shop.availability(host, items)) {
            answer.integers(Tables.Availability.NOW);
        }
    }

    private static void json(Backorder shop, Call host, String variant) {
        try (Result answer = shop.json(host, "availability", Map.of("items", List.of(Map.of("variant", variant, "quantity", 1))))) {
            answer.json();
        }
    }

    public static void main(String[] arguments) {
        Call host = Call.host(arguments[1]);
        double seconds = Double.parseDouble(arguments[2]);
        List<AvailabilityItem> items = Arrays.stream(arguments).skip(3).map(variant -> new AvailabilityItem(variant, 1)).toList();
        try (Backorder shop = Backorder.open(arguments[0], Map.of())) {
            Runnable one = () -> typed(shop, host, items.subList(0, 1));
            Runnable many = () -> typed(shop, host, items);
            Runnable json = () -> json(shop, host, arguments[3]);
            for (Runnable ask : List.of(one, many, json)) {
                median(seconds / 4, ask); // does not count
                System.out.println(median(seconds, ask));
            }
        }
    }
}
