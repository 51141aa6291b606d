#include "service/lanes/place_batch.hpp"

#include "service/answer/refused_items.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <atomic>
#include <new>
#include <utility>

namespace backorder {

namespace {

/// Columns of the tables lines and parts.
enum LineColumn : std::size_t { line_allocated = 3, line_waiting = 4 };
enum PartColumn : std::size_t {
    part_line = 0,
    part_variant = 1,
    part_warehouse = 2,
    part_allocated = 4,
    part_waiting = 5
};

Units64 sum(const Answer& answer, LineColumn column) {
    const Table* lines = answer.find(tables::lines.number);
    Units64 units = 0;
    for (std::size_t row = 0; row < lines->rows(); ++row) units = capped_sum(units, lines->integer(row, column));
    return units;
}

void add_parts(Table& table, std::int64_t item, const Answer& answer) {
    const Table* parts = answer.find(tables::parts.number);
    for (std::size_t row = 0; row < parts->rows(); ++row)
        table.add({item, parts->text(row, part_line), parts->text(row, part_variant), parts->text(row, part_warehouse),
                   parts->integer(row, part_allocated), parts->integer(row, part_waiting)});
}

/// Where the answers are collected; whoever brings the last one tells.
class Collected {
public:
    Collected(std::vector<std::string> orders, Completion completion)
        : orders_(std::move(orders)), outcomes_(orders_.size()), missing_(orders_.size()),
          completion_(std::move(completion)) {}

    void bring(std::size_t item, Outcome<Answer> outcome) {
        outcomes_[item].emplace(std::move(outcome));
        if (missing_.fetch_sub(1) == 1) tell();
    }

private:
    void tell() {
        Outcome<Answer> answer{Answer{}};
        try {
            answer = all();
        } catch (const std::bad_alloc&) {
            answer = Refusal{any_may_be_done() ? Status::in_doubt : Status::out_of_memory, "out of memory"};
        }
        completion_(std::move(answer));
    }

    bool any_may_be_done() const {
        const auto may_be_done = [](const std::optional<Outcome<Answer>>& outcome) {
            return outcome->has_value() || outcome->error().status == Status::in_doubt ||
                   outcome->error().status == Status::internal;
        };
        return std::any_of(outcomes_.begin(), outcomes_.end(), may_be_done);
    }

    Answer all() const {
        Answer answer;
        Table& placed = answer.table(tables::placed);
        Table& parts = answer.table(tables::placed_parts);
        for (std::size_t i = 0; i < outcomes_.size(); ++i) {
            const auto item = static_cast<std::int64_t>(i);
            const Outcome<Answer>& outcome = *outcomes_[i];
            if (!outcome) {
                const Refusal& refusal = outcome.error();
                placed.add({item, static_cast<std::int64_t>(refusal.status), refusal.message,
                            boost::json::serialize(to_json(refusal.details)), orders_[i], "", Units64{0}, Units64{0},
                            false});
                continue;
            }
            placed.add({item, std::int64_t{0}, "", "", orders_[i], "unfulfilled", sum(*outcome, line_allocated),
                        sum(*outcome, line_waiting), outcome->replayed});
            add_parts(parts, item, *outcome);
        }
        return answer;
    }

    const std::vector<std::string> orders_;
    std::vector<std::optional<Outcome<Answer>>> outcomes_;
    std::atomic<std::size_t> missing_;
    const Completion completion_;
};

}  // namespace

PendingCalls place_each(const Context& context, PlaceBatch batch, Completion completion) {
    std::vector<std::string> orders;
    for (const Place& place : batch.orders) orders.push_back(place.order);
    const auto collected = std::make_shared<Collected>(std::move(orders), std::move(completion));
    PendingCalls calls;
    calls.reserve(batch.orders.size());
    for (std::size_t i = 0; i < batch.orders.size(); ++i) {
        calls.push_back(
            std::make_shared<PendingCall>(context, std::move(batch.orders[i]), [collected, i](Outcome<Answer> outcome) {
                collected->bring(i, std::move(outcome));
            }));
        calls.back()->bulk = true;
    }
    return calls;
}

}  // namespace backorder
