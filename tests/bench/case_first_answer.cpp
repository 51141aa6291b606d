// What a host pays that opens a handle in every request, as PHP does: from opening to the first answer.

#include "arena.hpp"
#include "cases.hpp"

#include <stdexcept>

namespace bench {

namespace {

backorder::library linked() {
    const bo_api* api = nullptr;
    if (bo_get_api(BO_VERSION_MAJOR, 0, &api) != BO_OK)
        throw std::runtime_error("libbackorder has another major version");
    return backorder::library(api);
}

std::string configuration(const Arena& arena) {
    const std::string& more = arena.setting().configuration;
    return "{\"database\": \"" + arena.database().url() + "\"" + (more.empty() ? "" : ", " + more) + "}";
}

/// Opens, asks for one variant, closes.
Work opening(const Arena& arena, const Shop& shop) {
    return [config = configuration(arena), host = shop.host(),
            question =
                R"({"items":[{"variant":")" + arena.variants().front() + R"(","quantity":1}]})"]() -> std::size_t {
        const backorder::handle handle = linked().open(config);
        return handle.json(host, "availability", question).status() == BO_OK ? 1
                                                                             : throw std::runtime_error("no answer");
    };
}

/// Connects, prepares a SELECT of one row, runs it, closes.
Work connecting(const Counter& counter, const std::string& variant) {
    return [counter, variant]() -> std::size_t {
        const Connection connection(counter.database);
        connection.prepare(
            "ask", "SELECT on_hand - allocated FROM stock WHERE marketplace = $1 AND variant = $2 AND warehouse = $3");
        const Rows rows = connection.run_prepared("ask", {counter.marketplace.c_str(), variant.c_str(), warehouse});
        return rows.size() == 1 ? 1 : throw std::runtime_error("no answer");
    };
}

}  // namespace

std::vector<Row> run_first_answer(const Setting& setting) {
    const Arena arena(setting, {.name = "first_answer"});
    const Shop shop = arena.open();
    const Run ours = [&](double seconds) {
        return run_crew(
            1, seconds, [&](unsigned) { return opening(arena, shop); });
    };
    const Run floor = [&](double seconds) {
        return run_crew(1, seconds, [&](unsigned) { return connecting(arena.floor(), arena.variants().front()); });
    };
    const Rounds rounds = alternate(arena, ours, floor);
    const auto middle = [](const Tally& tally) { return tally.latency.quantile(0.5); };
    return {{.name = "first_answer",
             .unit = "us",
             .value = median(rounds.ours, middle),
             .floor = median(rounds.floor, middle)}};
}

}  // namespace bench
