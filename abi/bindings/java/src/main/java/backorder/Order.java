// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

import java.util.List;

/** bo_order of the header. */
public record Order(String order, long priority, List<OrderLine> lines, List<String> warehouses) {
    public Order(String order, List<OrderLine> lines) {
        this(order, 0, lines, List.of());
    }
}
