#include "service/call_queue.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace backorder {

namespace {

/// So many calls that may not run are looked at before the line is given up: they are looked at again soon.
constexpr std::size_t passed_over_at_most = 64;

bool shares(const Submission& call, const std::vector<std::size_t>& variants) {
    return std::any_of(variants.begin(), variants.end(), [&](std::size_t variant) {
        return std::find(call.variants.begin(), call.variants.end(), variant) != call.variants.end();
    });
}

}  // namespace

void CallQueue::add(std::shared_ptr<Submission> call) {
    const std::string& marketplace = call->context.marketplace;
    auto room = rooms_.find(marketplace);
    if (room == rooms_.end()) {
        turns_.push_back(marketplace);
        room = rooms_.try_emplace(marketplace).first;
    }
    (call->bulk ? room->second.bulk : room->second.single).push_back(std::move(call));
    ++size_;
}

/// A room keeps its turn until it is known what becomes of it: without memory nothing changes.
Submissions CallQueue::take(const Running& running) {
    for (std::size_t tried = turns_.size(); tried > 0; --tried) {
        const auto room = rooms_.find(turns_.front());
        if (room == rooms_.end()) {  // there was no memory for its first call
            turns_.pop_front();
            continue;
        }
        Submissions taken = take_from(room->second, running);
        size_ -= taken.size();
        if (room->second.single.empty() && room->second.bulk.empty()) {
            rooms_.erase(room);
            turns_.pop_front();
        } else {
            turns_.splice(turns_.end(), turns_, turns_.begin());
        }
        if (!taken.empty()) return taken;
    }
    return {};
}

std::shared_ptr<Submission> CallQueue::take_any() {
    for (; !rooms_.empty(); rooms_.erase(rooms_.begin())) {
        Room& room = rooms_.begin()->second;
        for (Line* line : {&room.single, &room.bulk}) {
            if (line->empty()) continue;
            auto call = std::move(line->front());
            line->pop_front();
            --size_;
            return call;
        }
    }
    return {};
}

Submissions CallQueue::take_from(Room& room, const Running& running) {
    Submissions taken;
    taken.reserve(std::min(lines_at_once_, room.single.size() + room.bulk.size()));  // from here on nothing is lost for want of memory
    Reserved reserved;
    for (const Line* line : {&room.single, &room.bulk}) reserve(*line, running, reserved);
    std::array<Line*, 2> lines_in_turn{&room.single, &room.bulk};
    if (std::exchange(room.bulk_first, !room.bulk_first)) std::swap(lines_in_turn[0], lines_in_turn[1]);
    std::size_t lines = 0;
    for (bool more = true; more;) {
        more = false;
        for (Line* line : lines_in_turn) {
            if (lines >= lines_at_once_) break;
            auto call = next_of(*line, running, reserved, taken.empty(), lines_at_once_ - lines);
            if (!call) continue;
            lines += call->mutation->lines();
            const bool ends = call->mutation->alone();
            taken.push_back(std::move(call));
            if (ends) return taken;
            more = true;
        }
    }
    return taken;
}

void CallQueue::reserve(const Line& line, const Running& running, Reserved& reserved) const {
    if (line.empty() || may_run(*line.front(), running)) return;
    if (is_big(*line.front()) && !running.big_allowed) return;  // what it waits for are not its variants
    reserved.insert(reserved.end(), line.front()->variants.begin(), line.front()->variants.end());
}

bool CallQueue::may_run(const Submission& call, const Running& running) const {
    if (is_big(call) && !running.big_allowed) return false;
    return std::none_of(call.variants.begin(), call.variants.end(),
                        [&](std::size_t variant) { return running.variants.contains(variant); });
}

/// The line's first that may be in a batch with so many lines left; calls that may not stay where they are. Behind one that
/// needs a batch of its own nobody is looked for: it gets one when its line goes first.
std::shared_ptr<Submission> CallQueue::next_of(Line& line, const Running& running, const Reserved& reserved, bool first,
                                               std::size_t lines_left) {
    const auto window = line.begin() + static_cast<std::ptrdiff_t>(std::min(line.size(), passed_over_at_most));
    const auto at = std::find_if(line.begin(), window, [&](const auto& call) { return may_run(*call, running) && !shares(*call, reserved); });
    if (at == window) return {};
    const Mutation& mutation = *(*at)->mutation;
    if (!first && (mutation.alone() || mutation.lines() > lines_left)) return {};
    auto call = std::move(*at);
    line.erase(at);
    return call;
}

}  // namespace backorder
