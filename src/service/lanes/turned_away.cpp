#include "service/lanes/turned_away.hpp"

#include "domain/words.hpp"

#include <new>

namespace backorder {

namespace {

std::string words(const Obstacle& obstacle) {
    switch (obstacle.kind) {
    case Obstacle::Kind::record:
        return "the stock record of variant " + quoted(obstacle.id) + " at warehouse " + quoted(obstacle.warehouse);
    case Obstacle::Kind::product: return "product " + quoted(obstacle.id);
    case Obstacle::Kind::warehouse: return "warehouse " + quoted(obstacle.id);
    case Obstacle::Kind::marketplace: return "marketplace " + quoted(obstacle.id);
    case Obstacle::Kind::unknown: break;
    }
    return "a row that the call needs";
}

DetailRow details(const Obstacle& obstacle) {
    DetailRow row;
    switch (obstacle.kind) {
    case Obstacle::Kind::record:
        row.push_back({"variant", obstacle.id});
        row.push_back({"warehouse", obstacle.warehouse});
        break;
    case Obstacle::Kind::product: row.push_back({"product", obstacle.id}); break;
    case Obstacle::Kind::warehouse: row.push_back({"warehouse", obstacle.id}); break;
    case Obstacle::Kind::marketplace: row.push_back({"marketplace", obstacle.id}); break;
    case Obstacle::Kind::unknown: break;
    }
    if (obstacle.process != 0) row.push_back({"locked_by_process", obstacle.process});
    return row;
}

std::string holder(const Obstacle& obstacle) {
    std::string who = "another transaction";
    if (obstacle.process != 0) who += ", of the database server's process " + std::to_string(obstacle.process);
    if (!obstacle.session.empty()) who += " (" + obstacle.session + ")";
    return who;
}

}  // namespace

Refusal locked_elsewhere(const Obstacle& obstacle) {
    return {Status::timeout,
            "Not done in time, nothing was done: " + words(obstacle) + " is locked by " + holder(obstacle) + ".",
            {details(obstacle)}};
}

Refusal busy_before(const Obstacle& obstacle, std::size_t waiting) {
    DetailRow row = details(obstacle);
    row.push_back({"waiting", static_cast<std::int64_t>(waiting)});
    return {Status::busy,
            std::to_string(waiting) + " calls wait already, for " + words(obstacle) + " is locked by " +
                holder(obstacle) + "; nothing was done.",
            {std::move(row)}};
}

Refusal busy(std::size_t waiting, std::size_t queue_size) {
    return {Status::busy,
            std::to_string(waiting) + " calls wait already, and queue_size lets in no more than " +
                std::to_string(queue_size) + "; nothing was done. Try again in a moment, or raise queue_size",
            {{{"waiting", static_cast<std::int64_t>(waiting)}, {"queue_size", static_cast<std::int64_t>(queue_size)}}}};
}

Refusal closed_handle() { return {Status::closed, "the handle is closed; nothing was done"}; }

Refusal said_without_memory(Status status, const char* message) noexcept {
    try {
        return {status, message};
    } catch (const std::bad_alloc&) {
        return {status, "out of memory"};  // has its place within the string
    }
}

Refusal closed_before_its_turn() noexcept {
    return said_without_memory(Status::cancelled,
                               "The handle was closed before the call's turn came; nothing was done.");
}

Refusal no_thread() {
    return {Status::out_of_memory, "The host process can start no thread to carry the call out; nothing was done."};
}

}  // namespace backorder
