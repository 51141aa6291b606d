#include "store/pool.hpp"

#include "store/failure.hpp"
#include "service/quiet_thread.hpp"

#include <algorithm>
#include <limits>
#include <system_error>
#include <utility>

namespace backorder {

namespace {

/// A token wakes nobody, it has to be looked at.
constexpr std::chrono::milliseconds token_interval{20};
constexpr std::chrono::milliseconds longest_wait{200};

Clock::time_point next_look(const Budget& budget) {
    return std::min(budget.deadline, Clock::now() + (budget.token == nullptr ? longest_wait : token_interval));
}

}  // namespace

Pool::Pool(std::size_t size, Open open) : size_(size), open_(std::move(open)) {
    idle_.reserve(size_);
    openings_.reserve(size_);
}

Pool::~Pool() {
    close();
    std::vector<std::shared_ptr<Opening>> openings;
    {
        const Lock lock(mutex_);
        openings.swap(openings_);
    }
    for (const auto& opening : openings) {
        opening->thread.join();
    }
}

Pool::Lease Pool::lease(const Budget& budget) {
    const Lock lock(mutex_);
    std::shared_ptr<Opening> opening;
    for (;;) {
        refuse_if_over(budget, opening != nullptr);
        if (!idle_.empty()) {
            return {*this, take_idle()};
        }
        if (opening && opening->done) {
            if (opening->error) {
                std::rethrow_exception(std::exchange(opening->error, nullptr));
            }
            opening.reset();  // another one took the connection
        }
        if (!opening && members_ < size_) {
            opening = start_opening();
        }
        wait(budget);
    }
}

bool Pool::pause(std::chrono::milliseconds time, const Budget& budget) {
    const auto end = Clock::now() + time;
    const Lock lock(mutex_);
    while (!closed_ && !budget.cancelled() && Clock::now() < end) {
        closing_.wait_until(mutex_, std::min(end, next_look(budget)));
    }
    return !closed_ && !budget.cancelled();
}

void Pool::close() {
    std::vector<Member> idle;
    {
        const Lock lock(mutex_);
        closed_ = true;
        members_ -= idle_.size();
        idle.swap(idle_);
    }
    idle_or_failed_.notify_all();
    closing_.notify_all();
}

void Pool::refuse_if_over(const Budget& budget, bool opening) const {
    if (closed_) {
        throw Refused({Status::cancelled, "The handle was closed while the call waited for a connection."});
    }
    if (budget.cancelled()) {
        throw Refused({Status::cancelled, "The call was cancelled."});
    }
    if (budget.left() <= std::chrono::milliseconds::zero()) {
        throw Refused({Status::timeout, opening ? "The database did not answer the attempt to connect in time."
                                                : "No connection became free in time; is pool_size too small?"});
    }
}

std::shared_ptr<Pool::Opening> Pool::start_opening() {
    join_finished();
    auto opening = std::make_shared<Opening>();
    try {
        opening->thread = start_quiet_thread([this, raw = opening.get()] { open_one(*raw); });
    } catch (const std::system_error&) {
        throw Refused({Status::out_of_memory, "The host process can start no thread to connect on."});
    }
    openings_.push_back(opening);  // only with a thread; room was made by the constructor
    ++members_;
    return opening;
}

void Pool::open_one(Opening& opening) noexcept {
    std::unique_ptr<Connection> connection;
    std::exception_ptr error;
    try {
        connection = open_();
    } catch (...) {
        error = std::current_exception();
    }
    const Lock lock(mutex_);
    if (connection && !closed_) {
        idle_.push_back({std::move(connection), ++opened_});
    } else {
        --members_;
    }
    opening.error = std::move(error);
    opening.done = true;
    idle_or_failed_.notify_all();
}

void Pool::join_finished() {
    std::erase_if(openings_, [](const auto& opening) {
        if (opening->done) {
            opening->thread.join();
        }
        return opening->done;
    });
}

void Pool::wait(const Budget& budget) { idle_or_failed_.wait_until(mutex_, next_look(budget)); }

Pool::Member Pool::take_idle() {
    Member member = std::move(idle_.back());
    idle_.pop_back();
    return member;
}

void Pool::give_back(Member member) noexcept {
    const bool reusable = member.connection->reusable();
    {
        const Lock lock(mutex_);
        if (reusable && !closed_) {
            idle_.push_back(std::move(member));
        } else {
            --members_;
        }
    }
    idle_or_failed_.notify_one();
}

void Pool::drop_idle() noexcept { drop_older_than(std::numeric_limits<std::uint64_t>::max()); }

void Pool::drop_older_than(std::uint64_t number) noexcept {
    const Lock lock(mutex_);
    members_ -= std::erase_if(idle_, [&](const Member& member) { return member.number < number; });
    idle_or_failed_.notify_all();
}

}  // namespace backorder
