#include "floor.hpp"
#include "floor_sql.hpp"
#include "postgres.hpp"

#include <stdexcept>

namespace bench {

namespace {

// Orders of any number of lines: $1 marketplace, $2 key, $3 order, $4 lines, $5 variants, $6 units, $7 body, $8 answer,
// $9 events. Where one of the lines cannot be served, the division by zero takes all of them back.
const std::string wanted = "WITH w AS (SELECT * FROM unnest($4::text[], $5::text[], $6::bigint[]) "
                           "WITH ORDINALITY AS w (line, variant, units, place)), ";
const std::string of_stock = " FROM w WHERE stock.marketplace = $1 AND stock.variant = w.variant "
                             "AND stock.warehouse = 'main' ";
const std::string of_parts = " FROM w WHERE parts.marketplace = $1 AND parts.order_id = $3 AND parts.line = w.line "
                             "AND parts.warehouse = 'main' AND parts.allocated >= w.units RETURNING w.line), ";
const std::string all_counted = "(SELECT count(*) FROM s) = (SELECT count(*) FROM w)";
const std::string all_spread = all_counted + " AND (SELECT count(*) FROM p) = (SELECT count(*) FROM w)";

std::string check(const std::string& all) { return "checked AS (SELECT 1 / (" + all + ")::int AS one), "; }

std::string call(const std::string& scope, const std::string& verb, const std::string& actor) {
    return "c AS (" + insert_call + "SELECT $1, '" + scope + "', $2, '" + verb + "', '" + actor +
           "', '', '', $7, $8, $9 FROM checked WHERE one = 1 RETURNING sequence, at)";
}

std::string ledger(const std::string& verb, const std::string& actor, const std::string& counters) {
    return insert_ledger + "SELECT $1, w.variant, 'main', s.record, '" + actor + "', '" + verb + "', $2, $3, w.line, " +
           counters + " FROM w JOIN s USING (line) ORDER BY w.place";
}

std::string place_lines() {
    return wanted + "s AS (UPDATE stock SET allocated = stock.allocated + w.units" + of_stock +
           "AND stock.on_hand - stock.allocated >= w.units RETURNING w.line, stock.record), " + check(all_counted) +
           call("order", "place", "host") + ", p AS (" + insert_part +
           "SELECT $1, $3, w.line, 'main', w.variant, 'acme', s.record, w.place - 1, 0, c.sequence, c.at, w.units, 0, "
           "0, 0 "
           "FROM w JOIN s USING (line), c) " +
           ledger("place", "host", "0, w.units, 0");
}

std::string cancel_lines() {
    return wanted + "s AS (UPDATE stock SET allocated = stock.allocated - w.units" + of_stock +
           "AND stock.allocated >= w.units RETURNING w.line, stock.record), "
           "p AS (UPDATE parts SET allocated = parts.allocated - w.units, cancelled = parts.cancelled + w.units" +
           of_parts + check(all_spread) + call("marketplace", "cancel", "host") + " " +
           ledger("cancel", "host", "0, -w.units, 0");
}

std::string fulfill_lines() {
    return wanted + "s AS (UPDATE stock SET on_hand = stock.on_hand - w.units, allocated = stock.allocated - w.units" +
           of_stock +
           "AND stock.allocated >= w.units RETURNING w.line, stock.record), "
           "p AS (UPDATE parts SET allocated = parts.allocated - w.units, shipped = parts.shipped + w.units" +
           of_parts + check(all_spread) + call("marketplace", "fulfill", "operator") +
           ", f AS (INSERT INTO fulfillments (marketplace, order_id, fulfillment, warehouse, lines, quantities) "
           "SELECT $1, $3, 1, 'main', $4, $6 FROM c) " +
           ledger("fulfill", "operator", "-w.units, -w.units, 0");
}

/// $1 marketplace, $2 key, $3 variant, $4 units, $5 body, $6 answer, $7 events
std::string receive_goods() {
    return "WITH s AS (UPDATE stock SET on_hand = on_hand + $4 WHERE marketplace = $1 AND variant = $3 AND "
           "warehouse = 'main' AND backordered = 0 RETURNING variant, record), c AS (" +
           insert_call + "SELECT $1, 'marketplace', $2, 'receive', 'operator', '', '', $5, $6, $7 FROM s) " +
           insert_ledger + "SELECT $1, variant, 'main', record, 'operator', 'receive', $2, '', '', $4, 0, 0 FROM s";
}

class Guarded : public Seller {
public:
    explicit Guarded(const Counter& counter)
        : connection_(counter.database), marketplace_(counter.marketplace), sizes_(counter.sizes) {
        pin_plans(connection_);
        connection_.prepare("place_one", place_one_line(" AND on_hand - allocated >= $5"));
        connection_.prepare("place", place_lines());
        connection_.prepare("cancel", cancel_lines());
        connection_.prepare("fulfill", fulfill_lines());
        connection_.prepare("receive", receive_goods());
    }

    void place(const std::string& order, const Lines& lines) override {
        if (lines.size() > 1) return change("place", sizes_.place, order, order, lines);
        const Texts texts(sizes_.place, order, lines);
        const Line& line = lines.at(0);
        done(connection_.run_prepared("place_one", {marketplace_.c_str(), order.c_str(), line.variant.c_str(),
                                                    warehouse, std::to_string(line.quantity).c_str(),
                                                    texts.body.c_str(), texts.answer.c_str(), texts.events.c_str()}),
             1);
    }

    void cancel(const std::string& key, const std::string& order, const Lines& lines) override {
        change("cancel", sizes_.cancel, key, order, lines);
    }

    void fulfill(const std::string& key, const std::string& order, const Lines& lines) override {
        change("fulfill", sizes_.fulfill, key, order, lines);
    }

    void receive(const std::string& key, const Line& goods) override {
        const Texts texts(sizes_.receive, key, {goods});
        done(connection_.run_prepared("receive", {marketplace_.c_str(), key.c_str(), goods.variant.c_str(),
                                                  std::to_string(goods.quantity).c_str(), texts.body.c_str(),
                                                  texts.answer.c_str(), texts.events.c_str()}),
             1);
    }

private:
    struct Texts {
        Texts(const CallSize& size, const std::string& id, const Lines& lines)
            : body(filled(size.body.bytes(lines.size()), id, lines)),
              answer(filled(size.answer.bytes(lines.size()), id, lines)),
              events(filled(size.events.bytes(lines.size()), id, lines)) {}
        const std::string body, answer, events;
    };

    static void done(const Rows& rows, std::size_t lines) {
        if (rows.changed() != static_cast<std::int64_t>(lines)) throw std::runtime_error("guarded floor: out of stock");
    }

    void change(const char* statement, const CallSize& size, const std::string& key, const std::string& order,
                const Lines& lines) {
        std::string numbers = "{", variants = "{", units = "{";
        for (const Line& line : lines) {
            const char* comma = &line == &lines.front() ? "" : ",";
            numbers += comma + line.line;
            variants.append(comma).append("\"").append(line.variant).append("\"");
            units += comma + std::to_string(line.quantity);
        }
        const Texts texts(size, key, lines);
        done(connection_.run_prepared(statement,
                                      {marketplace_.c_str(), key.c_str(), order.c_str(), (numbers + "}").c_str(),
                                       (variants + "}").c_str(), (units + "}").c_str(), texts.body.c_str(),
                                       texts.answer.c_str(), texts.events.c_str()}),
             lines.size());
    }

    const Connection connection_;
    const std::string marketplace_;
    const RowSizes sizes_;
};

}  // namespace

Sellers guarded_floor(const Counter& counter) { return std::make_unique<Guarded>(counter); }

}  // namespace bench
