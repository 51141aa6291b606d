#include "store/engine/pool.hpp"

#include "store/engine/failure.hpp"
#include "support/quiet_thread.hpp"

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
    for (const auto& opening : openings) opening->thread.join();
}

/// Who leaves it, served or not, is no longer in the queue.
class Pool::Place {
public:
    Place(Pool& pool, Waiter& waiter) BACKORDER_REQUIRES(pool.mutex_) : queue_(pool.queue_), waiter_(waiter) {
        queue_.push_back(&waiter);
    }
    ~Place() { queue_.remove(&waiter_); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

private:
    std::list<Waiter*>& queue_;
    Waiter& waiter_;
};

Pool::Lease Pool::lease(const Budget& budget) {
    const Lock lock(mutex_);
    Waiter waiter;
    refuse_if_over(budget, waiter);
    if (!idle_.empty()) {
        Member member = std::move(idle_.back());
        idle_.pop_back();
        return {*this, std::move(member)};
    }
    const Place place(*this, waiter);
    return {*this, wait_for_turn(waiter, budget)};
}

Pool::Member Pool::wait_for_turn(Waiter& waiter, const Budget& budget) {
    while (!waiter.member) {
        refuse_if_over(budget, waiter);
        end_opening(waiter);
        open_if_possible(waiter);
        waiter.changed.wait_until(mutex_, next_look(budget));
    }
    return *std::move(waiter.member);
}

void Pool::open_if_possible(Waiter& waiter) {
    if (waiter.opening || members_ == size_ || Clock::now() < waiter.open_from) return;
    try {
        waiter.opening = start_opening();
    } catch (const Refused&) {
        not_opened(waiter, std::current_exception());
    }
    wake_opener();
}

/// Unless it failed, who stood before took the connection.
void Pool::end_opening(Waiter& waiter) {
    if (waiter.opening && waiter.opening->done) {
        if (const auto opening = std::exchange(waiter.opening, nullptr); opening->error)
            not_opened(waiter, std::exchange(opening->error, nullptr));
    }
}

/// Where there is no room for one more, but others are there, it is their turn that the caller waits for: he keeps his
/// place.
void Pool::not_opened(Waiter& waiter, std::exception_ptr error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& why) {
        if (members_ == 0 || !is_want_of_room(why)) throw;
    }
    waiter.error = std::move(error);
    waiter.open_from = Clock::now() + longest_wait;
}

/// To who has waited longest; else it is idle.
void Pool::put(Member& member) noexcept {
    member.used = Clock::now();
    if (queue_.empty()) {
        idle_.push_back(std::move(member));
        return;
    }
    Waiter& first = *queue_.front();
    queue_.pop_front();
    first.member = std::move(member);
    first.changed.notify_one();
}

void Pool::lost_one() noexcept {
    --members_;
    wake_opener();
}

/// Where there is room for another one, who has waited longest of those that are not opening one does it.
void Pool::wake_opener() noexcept {
    if (members_ == size_) return;
    const auto able =
        std::ranges::find_if(queue_, [](const Waiter* waiter) { return !waiter->opening || waiter->opening->done; });
    if (able != queue_.end()) (*able)->changed.notify_one();
}

bool Pool::pause(std::chrono::milliseconds time, const Budget& budget) {
    const auto end = Clock::now() + time;
    const Lock lock(mutex_);
    while (!closed_ && !budget.cancelled() && Clock::now() < end)
        closing_.wait_until(mutex_, std::min(end, next_look(budget)));
    return !closed_ && !budget.cancelled();
}

void Pool::close() {
    std::vector<Member> idle;
    {
        const Lock lock(mutex_);
        closed_ = true;
        members_ -= idle_.size();
        idle.swap(idle_);
        for (Waiter* waiter : queue_) waiter->changed.notify_one();
    }
    closing_.notify_all();
}

void Pool::refuse_if_over(const Budget& budget, const Waiter& waiter) const {
    if (closed_) throw Refused({Status::cancelled, "The handle was closed while the call waited for a connection."});
    if (budget.cancelled()) throw Refused({Status::cancelled, "The call was cancelled."});
    if (budget.left() <= std::chrono::milliseconds::zero()) {
        if (waiter.error) std::rethrow_exception(waiter.error);
        throw Refused({Status::timeout, waiter.opening ? "The database did not answer the attempt to connect in time."
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
    opening.error = std::move(error);
    opening.done = true;
    if (connection && !closed_) {
        Member member{std::move(connection), ++opened_};
        put(member);
    } else {
        lost_one();
    }
    const auto own =
        std::ranges::find_if(queue_, [&](const Waiter* waiter) { return waiter->opening.get() == &opening; });
    if (own != queue_.end()) (*own)->changed.notify_one();
}

void Pool::join_finished() {
    std::erase_if(
        openings_,
        [](const auto& opening) {
            if (opening->done) opening->thread.join();
            return opening->done;
        });
}

void Pool::give_back(Member member) noexcept {
    const bool reusable = member.connection->reusable();
    const Lock lock(mutex_);
    if (reusable && !closed_)
        put(member);
    else
        lost_one();
}

void Pool::drop_idle() noexcept { drop_older_than(std::numeric_limits<std::uint64_t>::max()); }

void Pool::drop_older_than(std::uint64_t number) noexcept {
    const Lock lock(mutex_);
    members_ -= std::erase_if(idle_, [&](const Member& member) { return member.number < number; });
}

void Pool::drop_unused_since(Clock::time_point then) noexcept {
    const Lock lock(mutex_);
    members_ -= std::erase_if(idle_, [&](const Member& member) { return member.used <= then; });
}

}  // namespace backorder
