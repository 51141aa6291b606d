// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

import java.util.List;

/** bo_stock_query of the header. */
public record StockQuery(List<String> variants, List<String> products, String warehouse) {
    public StockQuery(List<String> variants) {
        this(variants, List.of(), "");
    }
}
