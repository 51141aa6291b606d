#include "costs.hpp"

#include "arena.hpp"
#include "baskets.hpp"
#include "batches.hpp"
#include "placing.hpp"
#include "wire.hpp"

#include <iomanip>

namespace bench {

namespace {

/// What was done so far, to be compared with later.
struct Meter {
    std::string log_position;
    std::uint64_t statements, round_trips;
};

/// Something to pay for: does it and says how many calls and how many lines that were.
struct Amount {
    double calls = 0, lines = 0;
};
using Charge = std::function<Amount()>;

class Till {
public:
    Till(const Setting& setting, std::ostream& out) : server_(setting.server), wire_(setting.server), out_(out) {
        out_ << "| | WAL bytes a line | rows a line | index entries a line | statements a call | round trips a call |\n"
                "|---|---|---|---|---|---|\n";
    }

    /// The database through the wire.
    std::string through_wire(const std::string& database) const {
        return changed(wire_.url(), {{"dbname", name_of(database)}});
    }

    /// Once before it counts, so that plans are made and pages were written in full.
    void charge(const std::string& what, const Charge& charged) {
        charged();
        const Meter before = read();
        const Amount amount = charged();
        print(what, before, read(), amount);
    }

private:
    static std::string name_of(const std::string& database) {
        return Connection(database).run("SELECT current_database()").text(0, 0);
    }

    Meter read() const {
        return {server_.run("SELECT pg_current_wal_flush_lsn()").text(0, 0), wire_.statements(), wire_.round_trips()};
    }

    void print(const std::string& what, const Meter& before, const Meter& after, Amount amount) {
        const Rows rows = server_.run("SELECT sum(record_size)::bigint, "
                                      "sum(count) FILTER (WHERE kind ~ '^Heap2?/(HOT_UPDATE|UPDATE|INSERT)'), "
                                      "sum(count) FILTER (WHERE kind ~ '^Btree/INSERT') "
                                      "FROM pg_get_wal_stats('" +
                                      before.log_position + "', '" + after.log_position +
                                      "', true) AS s (kind, count, count_share, record_size)");
        const auto each = [&](double total, double among) { out_ << " | " << std::setprecision(1) << total / among; };
        out_ << std::fixed << "| " << what;
        for (const int column : {0, 1, 2}) each(static_cast<double>(rows.number(0, column)), amount.lines);
        each(static_cast<double>(after.statements - before.statements), amount.calls);
        each(static_cast<double>(after.round_trips - before.round_trips), amount.calls);
        out_ << " |" << std::endl;
    }

    const Connection server_;
    const Wire wire_;
    std::ostream& out_;
};

constexpr unsigned calls = 200;

Charge orders(Seller& caller, Ids& ids, const Lines& lines) {
    return [&caller, &ids, lines] {
        for (unsigned i = 0; i < calls; ++i) caller.place(ids.next(), lines);
        return Amount{calls, static_cast<double>(calls * lines.size())};
    };
}

using Change = void (Seller::*)(const std::string& key, const std::string& order, const Lines& lines);

/// Of orders of one line that were placed before, so many for each time it is asked.
Charge changes(Seller& caller, Ids& ids, const Lines& lines, Change change) {
    const auto placed = std::make_shared<std::vector<std::string>>();
    for (unsigned i = 0; i < 2 * calls; ++i) {
        placed->push_back(ids.next());
        caller.place(placed->back(), lines);
    }
    return [&caller, &ids, lines, change, placed] {
        for (unsigned i = 0; i < calls; ++i) {
            (caller.*change)(ids.next(), placed->back(), lines);
            placed->pop_back();
        }
        return Amount{calls, static_cast<double>(calls * lines.size())};
    };
}

void charge_crew(Till& till, const Shop& shop, const MakeBaskets& baskets) {
    till.charge(
        "order of one line, of 32 threads at once",
        [&] {
            const Tally tally = run_crew(
                32, 1, [&](unsigned i) { return placing(shop.caller(), baskets(i)); });
            return Amount{static_cast<double>(tally.done), static_cast<double>(tally.done)};
        });
}

void charge_batches(Till& till, const Shop& shop, const Lines& one, const Lines& three) {
    constexpr std::size_t orders_a_call = 1000;
    if (!can_batch(shop)) return;
    for (const Lines* lines : {&one, &three}) {
        const Work place = placing_batches(
            shop, [lines]() -> const Lines& { return *lines; }, orders_a_call);
        place();  // what is run a second time is prepared then
        till.charge(lines == &one ? "1 000 orders of one line in a call" : "1 000 orders of three lines in a call",
                    [&] {
                        place();
                        return Amount{1, static_cast<double>(orders_a_call * lines->size())};
                    });
    }
}

/// Bytes that a table and its indexes take.
std::int64_t size_of(const Connection& server, const std::string& table) {
    return server.run("SELECT pg_total_relation_size('" + table + "')").number(0, 0);
}

/// What orders of one line leave behind, table by table.
void print_sizes(const Shop& shop, const std::string& database, const Lines& one, std::ostream& out) {
    constexpr int batches = 50;
    constexpr std::size_t orders_a_call = 1000;
    const std::vector<std::string> tables{"calls", "parts", "ledger"};
    if (!can_batch(shop)) return;
    const Connection server(database);
    const Work place = placing_batches(
        shop, [&one]() -> const Lines& { return one; }, orders_a_call);
    std::vector<std::int64_t> before;
    for (const std::string& table : tables) before.push_back(size_of(server, table));
    for (int i = 0; i < batches; ++i) place();
    out << "\n| bytes at rest, an order of one line |";
    for (const std::string& table : tables) out << " `" << table << "` |";
    out << "\n|---|---|---|---|\n| with indexes |" << std::setprecision(0);
    for (std::size_t i = 0; i < tables.size(); ++i)
        out << ' ' << static_cast<double>(size_of(server, tables[i]) - before[i]) / (batches * orders_a_call) << " |";
    out << std::endl;
}

}  // namespace

void print_costs(const Setting& setting, std::ostream& out) {
    const Arena arena(setting, {.name = "cost", .variants = 100});
    for (const char* table : {"stock", "calls", "parts", "ledger", "fulfillments"})  // nobody else writes meanwhile
        Connection(arena.database().url()).run(std::string("ALTER TABLE ") + table + " SET (autovacuum_enabled = off)");
    const Lines one{{"1", arena.variants()[0], 1}};
    const Lines three{{"1", arena.variants()[1], 1}, {"2", arena.variants()[2], 1}, {"3", arena.variants()[3], 1}};
    Till till(setting, out);
    const Shop shop(setting, till.through_wire(arena.database().url()), "ours");
    const Sellers ours = shop.caller();
    Ids ids;
    till.charge("order of one line", orders(*ours, ids, one));
    till.charge("order of three lines", orders(*ours, ids, three));
    charge_crew(till, shop, one_unit_of(arena.variants()[0]));
    charge_batches(till, shop, one, three);
    till.charge("cancelling one line", changes(*ours, ids, one, &Seller::cancel));
    till.charge("fulfilling one line", changes(*ours, ids, one, &Seller::fulfill));
    till.charge("a delivery nobody waits for", [&] {
        for (unsigned i = 0; i < calls; ++i) ours->receive(ids.next(), {"", arena.variants()[0], 1});
        return Amount{calls, calls};
    });
    Counter counter = arena.floor();
    counter.database = till.through_wire(counter.database);
    const Sellers floor = guarded_floor(counter);
    till.charge("by hand, guarded: order of one line", orders(*floor, ids, one));
    till.charge("by hand, guarded: order of three lines", orders(*floor, ids, three));
    const Sellers locked = locked_floor(counter);
    till.charge("by hand, locked: order of one line", orders(*locked, ids, one));
    print_sizes(arena.open(), arena.database().url(), one, out);
}

}  // namespace bench
