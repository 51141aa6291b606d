#include "model/rules/verbs.hpp"

#include <algorithm>

namespace backorder::test::model {

namespace {

/// One item of goods that come in, are counted or move.
struct Goods {
    Spot from;
    Spot to;  ///< the same, unless they move
    Units units = 0;
};

using Reader = Goods (*)(const json::object& item);

Spot spot(const json::object& item, const char* warehouse) { return {text(item, "variant"), text(item, warehouse)}; }

json::object blank_row(const Goods& goods) {
    return {{"variant", goods.from.first},
            {"warehouse", goods.from.second},
            {"to_warehouse", goods.to == goods.from ? "" : goods.to.second},
            {"quantity", goods.units},
            {"on_hand", 0},
            {"allocated", 0},
            {"backordered", 0},
            {"available", 0}};
}

void show_counters(const Market& market, const Spot& at, json::object& row) {
    if (!market.records.contains(at)) return;
    row["on_hand"] = market.records.at(at).on_hand;
    row["allocated"] = market.allocated(at);
    row["backordered"] = market.backordered(at);
    row["available"] = market.available(at);
}

bool in_scope(const Market& market, const Actor& actor, const Goods& goods) {
    return is_spot(market, actor, goods.from) && is_spot(market, actor, goods.to);
}

/// What an item does; it returns who falls back and is followed by the queue being served.
using Movement = std::vector<Moved> (*)(Market& market, const Goods& goods);

json::object move(Market& market, const Actor& actor, const json::object& request, Reader read, Movement movement) {
    const json::array& items = list(request, "items");
    for (const json::value& item : items)
        if (const Goods goods = read(item.as_object()); in_scope(market, actor, goods)) {
            market.records[goods.from];
            market.records[goods.to];
        }
    json::object tables;
    const auto blank = [&](const json::object& item) { return blank_row(read(item)); };
    json::array moves = each_item(items, blank, [&](std::size_t item, const json::object& asked, json::object& row) {
        const Goods goods = read(asked);
        require_spot(market, actor, goods.from);
        require_spot(market, actor, goods.to);
        show_counters(market, goods.to, row);
        const auto fallen = movement(market, goods);
        const auto covered = serve_queue(market, goods.to);
        show_counters(market, goods.to, row);
        add_moved(table(tables, "fallen_back"), item, market, fallen, false);
        add_moved(table(tables, "covered"), item, market, covered, true);
    });
    tables["moves"] = std::move(moves);
    return tables;
}

}  // namespace

json::object receive(Market& market, const Actor& actor, const json::object& request) {
    const Reader read = [](const json::object& item) {
        return Goods{spot(item, "warehouse"), spot(item, "warehouse"), number(item, "quantity")};
    };
    return move(market, actor, request, read, [](Market& at, const Goods& goods) -> std::vector<Moved> {
        at.records[goods.to].on_hand += goods.units;
        return {};
    });
}

json::object count(Market& market, const Actor& actor, const json::object& request) {
    const Reader read = [](const json::object& item) {
        return Goods{spot(item, "warehouse"), spot(item, "warehouse"), number(item, "on_hand")};
    };
    return move(market, actor, request, read, [](Market& at, const Goods& goods) {
        const auto fallen = fall_back(at, goods.to, std::max<Units>(0, at.allocated(goods.to) - goods.units));
        at.records[goods.to].on_hand = goods.units;
        return fallen;
    });
}

json::object transfer(Market& market, const Actor& actor, const json::object& request) {
    const Reader read = [](const json::object& item) {
        return Goods{spot(item, "from"), spot(item, "to"), number(item, "quantity")};
    };
    return move(market, actor, request, read, [](Market& at, const Goods& goods) -> std::vector<Moved> {
        const Units available = at.available(goods.from);
        if (goods.units > available)
            throw Refused{BO_E_NOT_AVAILABLE,
                          {json::object{{"variant", goods.from.first},
                                        {"warehouse", goods.from.second},
                                        {"asked", goods.units},
                                        {"available", available}}}};
        at.records[goods.from].on_hand -= goods.units;
        at.records[goods.to].on_hand += goods.units;
        return {};
    });
}

}  // namespace backorder::test::model
