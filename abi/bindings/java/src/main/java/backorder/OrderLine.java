// Written by abi/bindings/generate from backorder.h; not to be edited.
package backorder;

/** bo_order_line of the header. */
public record OrderLine(String line, String variant, String warehouse, long quantity, boolean declineBackorder) {
    public OrderLine(String line, String variant, long quantity) {
        this(line, variant, "", quantity, false);
    }
}
